using System.ComponentModel;
using System.Text.Json;

namespace AgentStepLog.Capture;

/// <summary>
/// A JSON value that is read as a type. What does not fit is noted, with its place, and a default stands in for it, so that one
/// reading finds everything that is wrong. Generated code calls it, for arguments of tools and for recorded values.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct JsonValue
{
    private readonly JsonElement _element;
    private readonly JsonPath _path;
    private readonly JsonProblems _problems;

    internal JsonValue(JsonElement element, JsonPath path, JsonProblems problems)
    {
        _element = element;
        _path = path;
        _problems = problems;
    }

    /// <summary>Whether it is JSON <c>null</c>.</summary>
    public bool IsNull => _element.ValueKind == JsonValueKind.Null;

    private bool IsString => _element.ValueKind == JsonValueKind.String;

    private bool IsNumber => _element.ValueKind == JsonValueKind.Number;

    /// <summary>Any value, as its JSON text: for the properties of typed steps.</summary>
    public JsonText Json() => _element.ValueKind == JsonValueKind.Undefined
        ? Unexpected("a JSON value", default(JsonText))
        : JsonText.Parse(_element.GetRawText());

    /// <summary>Any value.</summary>
    public JsonElement Element() => _element.ValueKind == JsonValueKind.Undefined
        ? Unexpected("a JSON value", default(JsonElement))
        : _element.Clone();

    /// <summary>A value or null.</summary>
    /// <param name="read">Reads the value when it is not null.</param>
    public T? Nullable<T>(Func<JsonValue, T> read)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        return IsNull ? null : read(this);
    }

    /// <summary>An object of a class, or null.</summary>
    /// <param name="read">Reads the value when it is not null.</param>
    public T? OrNull<T>(Func<JsonValue, T> read)
        where T : class?
    {
        ArgumentNullException.ThrowIfNull(read);
        return IsNull ? null : read(this);
    }

    /// <summary>An object, to be read member by member.</summary>
    public JsonObjectReader Object()
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            _problems.Unexpected(_path, "an object", _element);
        }

        return new JsonObjectReader(_element, _path, _problems);
    }

    /// <summary>
    /// Reads with the user's own types in play: one that refuses what it is given is a problem of the value, unless it only
    /// refuses the default that stands in for a value already found wrong.
    /// </summary>
    internal T Read<T>(Func<JsonValue, T> read)
    {
        var before = _problems.Count;
        try
        {
            return read(this);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (_problems.Count == before)
            {
                _problems.Add(_path, $"not accepted: {e.Message}");
            }

            return default!;
        }
    }

    private T Unexpected<T>(string expected, T standIn)
    {
        _problems.Unexpected(_path, expected, _element);
        return standIn;
    }
}
