using System.ComponentModel;
using System.Text.Json;

namespace AgentStepLog.Capture;

/// <summary>
/// A JSON object that is read member by member. In arguments of tools a member that nobody asked for is an error; in recorded
/// values it is passed over. Generated code calls it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonObjectReader
{
    private readonly JsonElement _element;
    private readonly JsonPath _path;
    private readonly JsonProblems _problems;
    private readonly List<string> _names = [];

    internal JsonObjectReader(JsonElement element, JsonPath path, JsonProblems problems)
    {
        _element = element;
        _path = path;
        _problems = problems;
        problems.Track(this);
    }

    private bool IsObject => _element.ValueKind == JsonValueKind.Object;

    /// <summary>A member that must be there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="read">Reads its value.</param>
    public T Required<T>(string name, Func<JsonValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(read);
        _names.Add(name);
        if (!IsObject)
        {
            return default!; // already said: not an object
        }

        return new JsonValue(_element.TryGetProperty(name, out var value) ? value : default, _path.Member(name), _problems).Read(read);
    }

    /// <summary>A member that may be missing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="defaultValue">What it is when missing.</param>
    /// <param name="read">Reads its value.</param>
    public T Optional<T>(string name, T defaultValue, Func<JsonValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(read);
        _names.Add(name);
        return IsObject && _element.TryGetProperty(name, out var value)
            ? new JsonValue(value, _path.Member(name), _problems).Read(read)
            : defaultValue;
    }

    /// <summary>A member that an argument must have, although its type could do without; a recorded value may lack it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="standIn">What it is when missing.</param>
    /// <param name="read">Reads its value.</param>
    public T Demanded<T>(string name, T standIn, Func<JsonValue, T> read) =>
        _problems.StrictNames ? Required(name, read) : Optional(name, standIn, read);

    internal bool Knows(string name) => _names.Contains(name);

    /// <summary>Notes every member that nobody asked for, with the name that was probably meant.</summary>
    internal void CheckNames()
    {
        if (!IsObject)
        {
            return;
        }

        foreach (var member in _element.EnumerateObject())
        {
            if (!_names.Contains(member.Name))
            {
                _problems.Add(_path.Member(member.Name), _problems.Tells ? Unknown(member.Name) : "");
            }
        }
    }

    private string Unknown(string name)
    {
        var what = _path.IsRoot ? "parameter" : "property";
        return NearestName.Of(name, _names) is { } nearest ? $"no such {what}; did you mean \"{nearest}\"?"
            : _names.Count == 0 ? $"no such {what}; there are none"
            : $"no such {what}; there are {string.Join(", ", _names.Select(n => $"\"{n}\""))}";
    }
}
