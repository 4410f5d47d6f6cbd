using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// A JSON value that is read as a type. What does not fit is noted, with its place, and a default stands in for it, so that one
/// reading finds everything that is wrong. Generated code calls it, for arguments of tools and for recorded values.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct JsonInput
{
    private readonly JsonPart _element;
    private readonly JsonProblems _problems;

    // Its place, of which a path is made only where somebody asks: the value around it, and its name or index there.
    private readonly JsonPath _parent;
    private readonly string? _name;
    private readonly int _index;

    // How it and what is in it are read, where attributes say something of that.
    private JsonReading? Reading { get; init; }

    // Whether null would do as well: for the words in which something else is refused.
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

    /// <summary>Any value, as its JSON text: for the properties of typed steps.</summary>
    public JsonText Json() => _element.ValueKind == JsonValueKind.Undefined
        ? Unexpected("a JSON value", default(JsonText))
        : JsonText.Parse(Raw().GetRawText());

    /// <summary>Any value.</summary>
    public JsonElement Element() => _element.ValueKind == JsonValueKind.Undefined
        ? Unexpected("a JSON value", default(JsonElement))
        : Raw().ToElement();

    /// <summary>A value that a converter of the user's reads.</summary>
    /// <param name="context">The context that knows the type.</param>
    /// <param name="converter">The converter, where it is not that of the type.</param>
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
            // In words of the framework or of the user's; which JSON the converter takes, nobody but itself knows.
            return Unexpected<T>($"a value that {typeof(T).Name} can be made from", default!);
        }
    }

    // Where null is a value, nobody asks a converter for it; one that makes another value of it may.
    private T NotNull<T>(T converted) => converted is null && IsNull && _problems.StrictNames ? Unexpected("a value other than null", converted) : converted;

    /// <summary>A value or null.</summary>
    /// <param name="read">Reads the value when it is not null.</param>
    /// <param name="demanded">Whether an argument must have a value all the same; a recorded one may be null.</param>
    public T? Nullable<T>(Func<JsonInput, T> read, bool demanded = false)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        return IsNull && !Refuses(demanded) ? null : read(this with { OrNullIsMeant = !Refuses(demanded) });
    }

    /// <summary>An object of a class, or null.</summary>
    /// <param name="read">Reads the value when it is not null.</param>
    /// <param name="demanded">Whether an argument must have a value all the same; a recorded one may be null.</param>
    public T? OrNull<T>(Func<JsonInput, T> read, bool demanded = false)
        where T : class?
    {
        ArgumentNullException.ThrowIfNull(read);
        return IsNull && !Refuses(demanded) ? null : read(this with { OrNullIsMeant = !Refuses(demanded) });
    }

    /// <summary>An object, to be read member by member.</summary>
    /// <param name="skipsUnknown">Whether members that nobody asked for are passed over.</param>
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
    /// Reads with the user's own types in play: one that refuses what it is given is a problem of the value, unless it only
    /// refuses the default that stands in for a value already found wrong.
    /// </summary>
    internal T Read<T>(Func<JsonInput, T> read) => _problems.IsLenient ? Coercion.Read(this, read) : ReadExactly(read);

    /// <summary>The same, and nothing is taken for something else.</summary>
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

    // Taken as it is: whether names stand twice in it, nobody looked.
    private JsonPart Raw()
    {
        _problems.InDoubt = true;
        return _element;
    }

    internal bool IsAt(JsonPath path) => _index < 0 && _name is null ? ReferenceEquals(path, _parent) : path.Is(_parent, _name, _index);

    internal bool IsOfItem(JsonPath path) => path is { Name: null, Parent: { } list } && IsAt(list);

    internal JsonInput With(JsonPart element) => new(element, _parent, _name, _index, _problems) { Reading = Reading, OrNullIsMeant = OrNullIsMeant };
}
