using System.ComponentModel;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// A JSON object that is read member by member. In arguments of tools a member that nobody asked for is an error; in recorded
/// values it is passed over. Generated code calls it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonObjectReader
{
    private readonly JsonProblems _problems;
    private readonly List<string> _names = [];
    private JsonPart _element;
    private JsonPath _path = JsonPath.Root;
    private int _found;
    private bool _skipsUnknown;
    private int _count;
    private int _next;

    internal JsonObjectReader(JsonProblems problems) => _problems = problems;

    private bool IsObject => _element.ValueKind == JsonValueKind.Object;

    /// <summary>A member that must be there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="read">Reads its value.</param>
    public T Required<T>(string name, Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(read);
        _names.Add(name);
        if (!IsObject)
        {
            return default!; // already said: not an object
        }

        if (TryFind(name, out var value))
        {
            _found++;
        }

        return new JsonInput(value, _path, name, 0, _problems).Read(read);
    }

    /// <summary>A member that may be missing; null says so too, where it is no value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="defaultValue">What it is when missing.</param>
    /// <param name="read">Reads its value.</param>
    public T Optional<T>(string name, T defaultValue, Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(read);
        _names.Add(name);
        if (!IsObject || !TryFind(name, out var value))
        {
            return defaultValue;
        }

        _found++;
        var json = new JsonInput(value, _path, name, 0, _problems);
        return !_problems.StrictNames ? json.Read(read)
            : json.IsNull ? OrDefault(json, defaultValue, read)
            : _problems.IsLenient && Coercion.SaysNothing(value) ? OrNothing(json, defaultValue, read)
            : json.Read(read);
    }

    /// <summary>A member that an argument must have, although its type could do without; a recorded value may lack it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="standIn">What it is when missing.</param>
    /// <param name="read">Reads its value.</param>
    public T Demanded<T>(string name, T standIn, Func<JsonInput, T> read) =>
        _problems.StrictNames ? Required(name, read) : Optional(name, standIn, read);

    internal void Begin(JsonPart element, JsonPath path)
    {
        (_element, _path, _found, _next, _skipsUnknown) = (element, path, 0, 0, false);
        _names.Clear();
        _count = IsObject ? _element.Count : 0;
    }

    // It is kept, and must not keep the text.
    internal void End() => (_element, _path) = (default, JsonPath.Root);

    /// <summary>The members that nobody has asked for so far; null if there are none.</summary>
    /// <param name="read">Reads one value.</param>
    public Dictionary<string, T>? Rest<T>(Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _skipsUnknown = true;
        Dictionary<string, T>? rest = null;
        if (IsObject)
        {
            foreach (var (member, value) in _element.Members())
            {
                if (member.GetString() is var name && !_names.Contains(name))
                {
                    (rest ??= new(StringComparer.Ordinal))[name] = new JsonInput(value, _path, name, 0, _problems).Read(read);
                }
            }
        }

        return rest;
    }

    internal void Expect(string? discriminator, bool skipsUnknown)
    {
        _skipsUnknown = skipsUnknown;
        if (discriminator is not null)
        {
            _names.Add(discriminator);
            _found++;
        }
    }

    internal bool Knows(string name) => _names.Contains(name);

    /// <summary>Notes every member that nobody asked for, with the name that was probably meant.</summary>
    internal void CheckNames()
    {
        if (_count == _found)
        {
            return;
        }

        _problems.InDoubt = true; // a name may stand twice
        if (_skipsUnknown)
        {
            return;
        }

        foreach (var (member, _) in _element.Members())
        {
            if (member.GetString() is var name && !_names.Contains(name))
            {
                var (what, path) = (_problems.Tells ? Unknown(name) : "", _path.Member(name));
                _problems.Add(path, what);
            }
        }
    }

    // Where all members are found, nobody need look for those that were left out.
    private bool TryFind(string name, out JsonPart value)
    {
        value = default;
        return _found != _count && _element.TryGetProperty(name, ref _next, out value);
    }

    // Null stands for nothing where it can stand for nothing else: strict schemas want every member, and null for those left out.
    private T OrDefault<T>(JsonInput value, T defaultValue, Func<JsonInput, T> read)
    {
        var (mark, outside) = (_problems.Now(), _problems.Mismatch);
        var result = value.ReadExactly(read);
        if (_problems.Count == mark.Count)
        {
            return result;
        }

        _problems.Rollback(mark);
        _problems.Mismatch = outside;
        return defaultValue;
    }

    // A text that says nothing, where no text can stand, stands for what is left out.
    private T OrNothing<T>(JsonInput value, T defaultValue, Func<JsonInput, T> read)
    {
        var (mark, outside) = (_problems.Now(), _problems.Mismatch);
        _problems.Mismatch = null;
        var result = value.Read(read);
        var isOfType = _problems.Count == mark.Count || _problems.Mismatch is not { } at || !value.IsAt(at);
        _problems.Mismatch = outside ?? (isOfType ? _problems.Mismatch : null);
        if (isOfType)
        {
            return result;
        }

        _problems.Rollback(mark);
        _problems.AddCoerced(value.Path);
        return defaultValue;
    }

    private string Unknown(string name)
    {
        var what = _path.IsRoot ? "parameter" : "property";
        if (NearestName.Of(name, _names) is { } nearest)
        {
            return _problems.TakeMissing(_path, nearest) is { } expected
                ? $"no such {what}; did you mean \"{nearest}\"? That one is missing: expected {expected}"
                : $"no such {what}; did you mean \"{nearest}\"?";
        }

        return _names.Count == 0
            ? $"no such {what}; there are none"
            : $"no such {what}; there are {string.Join(", ", _names.Select(n => $"\"{n}\""))}";
    }
}
