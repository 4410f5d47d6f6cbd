using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// A JSON value that is read as a type. If it does not fit, the problem is recorded with its place, and a default is returned in its place, so that one reading finds
/// all problems. Generated code calls it, for tools' arguments and for recorded values.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct JsonInput
{
    private readonly JsonPart _element;
    private readonly JsonProblems _problems;

    // The place of the value: the value around it, and its name or index there. The full path is made only when it is needed.
    private readonly JsonPath _parent;
    private readonly string? _name;
    private readonly int _index;

    // The rules that attributes set for reading this value and the values in it.
    private JsonReading? Reading { get; init; }

    // Whether null is allowed too. It only changes the words of a problem.
    private bool OrNullIsMeant { get; init; }

    internal JsonInput(JsonPart element, JsonPath path, JsonProblems problems)
        : this(element, path, null, -1, problems)
    {
    }

    internal JsonInput(JsonPart element, JsonPath parent, string? name, int index, JsonProblems problems)
    {
        _element = element;
        _parent = parent;
        _name = name;
        _index = index;
        _problems = problems;
    }

    internal JsonPart Given => _element;

    internal JsonPath Path => _name is not null ? _parent.Member(_name) : _index < 0 ? _parent : _parent.Item(_index);

    internal JsonProblems Problems => _problems;

    internal bool IsNull => _element.ValueKind == JsonValueKind.Null;

    private bool IsString => _element.ValueKind == JsonValueKind.String;

    private bool IsNumber => _element.ValueKind == JsonValueKind.Number;

    /// <summary>Reads any value as its JSON text, for the properties of typed steps.</summary>
    public JsonText Json() => _element.ValueKind == JsonValueKind.Undefined
        ? Unexpected("a JSON value", default(JsonText))
        : JsonText.Parse(Raw().GetRawText());

    /// <summary>Reads any value.</summary>
    public JsonElement Element() => _element.ValueKind == JsonValueKind.Undefined
        ? Unexpected("a JSON value", default(JsonElement))
        : Raw().ToElement();

    /// <summary>Reads a value with a converter of the user's.</summary>
    /// <param name="context">The context that knows the type.</param>
    /// <param name="converter">The converter; null for that of the type.</param>
    public T Converted<T>(JsonSerializerContext context, JsonConverter<T>? converter = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_element.ValueKind == JsonValueKind.Undefined)
        {
            return Unexpected<T>("a value", default!);
        }

        try
        {
            if (converter is null)
            {
                return NotNull((T)JsonSerializer.Deserialize(Raw().RawUtf8, typeof(T), context)!);
            }

            var reader = new Utf8JsonReader(Raw().RawUtf8);
            reader.Read();
            return NotNull(converter.Read(ref reader, typeof(T), context.Options)!);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // The converter's message has the framework's or the user's words. Only the converter knows which JSON it accepts.
            return Unexpected<T>($"a value that {typeof(T).Name} can be made from", default!);
        }
    }

    // If null is a valid value, the converter is not called for it. A converter that turns null into another value may do so.
    private T NotNull<T>(T converted) => converted is null && IsNull && _problems.StrictNames ? Unexpected("a value other than null", converted) : converted;

    /// <summary>Reads a value or null.</summary>
    /// <param name="read">Reads the value if it is not null.</param>
    /// <param name="demanded">Whether an argument must have a value anyway. A recorded value may be null.</param>
    public T? Nullable<T>(Func<JsonInput, T> read, bool demanded = false)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        return IsNull && !Refuses(demanded) ? null : read(this with { OrNullIsMeant = !Refuses(demanded) });
    }

    /// <summary>Reads an object of a class, or null.</summary>
    /// <param name="read">Reads the value if it is not null.</param>
    /// <param name="demanded">Whether an argument must have a value anyway. A recorded value may be null.</param>
    public T? OrNull<T>(Func<JsonInput, T> read, bool demanded = false)
        where T : class?
    {
        ArgumentNullException.ThrowIfNull(read);
        return IsNull && !Refuses(demanded) ? null : read(this with { OrNullIsMeant = !Refuses(demanded) });
    }

    /// <summary>Reads an object, member by member.</summary>
    /// <param name="skipsUnknown">Whether unknown members are ignored.</param>
    public JsonObjectReader Object(bool skipsUnknown = false)
    {
        var path = Path;
        if (_element.ValueKind != JsonValueKind.Object)
        {
            Unexpected("an object", false);
        }

        var reader = _problems.Object(_element, path);
        if (Reading?.Discriminator is not null || skipsUnknown)
        {
            reader.Expect(Reading?.Discriminator, skipsUnknown);
        }

        return reader;
    }

    /// <summary>
    /// Reads a value with types of the user's. If such a type rejects the value, that is a problem of the value. If it only rejects a default that replaces a value
    /// with a known problem, it is not reported again.
    /// </summary>
    internal T Read<T>(Func<JsonInput, T> read) => _problems.IsLenient ? Coercion.Read(this, read) : ReadExactly(read);

    /// <summary>Reads the value without coercion.</summary>
    internal T ReadExactly<T>(Func<JsonInput, T> read)
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
                _problems.Refused(Path, e, typeof(T));
            }

            return default!;
        }
    }

    private T Unexpected<T>(string expected, T standIn)
    {
        _problems.Unexpected(Path, OrNull(expected), _element);
        return standIn;
    }

    private bool Refuses(bool demanded) => demanded && _problems.StrictNames;

    // The value is returned without a search for repeated names, so there is doubt.
    private JsonPart Raw()
    {
        _problems.InDoubt = true;
        return _element;
    }

    internal bool IsAt(JsonPath path) => _index < 0 && _name is null ? ReferenceEquals(path, _parent) : path.Is(_parent, _name, _index);

    internal bool IsOfItem(JsonPath path) => path is { Name: null, Parent: { } list } && IsAt(list);

    internal JsonInput With(JsonPart element) => new(element, _parent, _name, _index, _problems) { Reading = Reading, OrNullIsMeant = OrNullIsMeant };
}
