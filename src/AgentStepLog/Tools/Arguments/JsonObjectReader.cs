using System.ComponentModel;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// A JSON object that is read member by member. In tools' arguments an unknown member is a problem. In recorded values it is ignored. Generated code calls it.
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

    /// <summary>Reads a required member.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="read">Reads the member's value.</param>
    public T Required<T>(string name, Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(read);
        _names.Add(name);
        if (!IsObject)
        {
            return default!; // the object itself was already reported
        }

        if (TryFind(name, out var value))
        {
            _found++;
        }

        return new JsonInput(value, _path, name, 0, _problems).Read(read);
    }

    /// <summary>Reads an optional member. A null counts as missing if it is not a valid value.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="defaultValue">The value if the member is missing.</param>
    /// <param name="read">Reads the member's value.</param>
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

    /// <summary>Reads a member that is required in arguments although its type has a default. A recorded value may lack it.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="standIn">The value if the member is missing.</param>
    /// <param name="read">Reads the member's value.</param>
    public T Demanded<T>(string name, T standIn, Func<JsonInput, T> read) =>
        _problems.StrictNames ? Required(name, read) : Optional(name, standIn, read);

    internal void Begin(JsonPart element, JsonPath path)
    {
        (_element, _path, _found, _next, _skipsUnknown) = (element, path, 0, 0, false);
        _names.Clear();
        _count = IsObject ? _element.Count : 0;
    }

    // The reader is reused, and must not keep the text in memory.
    internal void End() => (_element, _path) = (default, JsonPath.Root);

    /// <summary>The members that have not been read so far; null if there are none.</summary>
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

    /// <summary>Records a problem for each unknown member, with the name that was probably meant.</summary>
    internal void CheckNames()
    {
        if (_count == _found)
        {
            return;
        }

        _problems.InDoubt = true; // a name may be repeated
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

    // If all members of the object are found, further searches are skipped.
    private bool TryFind(string name, out JsonPart value)
    {
        value = default;
        return _found != _count && _element.TryGetProperty(name, ref _next, out value);
    }

    // A null that is not a valid value counts as missing. Strict schemas require every member, and null for a missing one.
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

    // A text without content counts as missing, if the member is not a text.
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
