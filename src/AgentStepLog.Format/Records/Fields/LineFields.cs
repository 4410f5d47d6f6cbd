using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Hashing;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>
/// The top-level fields of one line. One pass finds them, and a value is read on demand. An absent field reads as null. A field
/// of another shape than the format's throws <see cref="FormatException"/>. An instance is reused from line to line.
/// </summary>
internal sealed class LineFields(BlobReader? blobs)
{
    // The range of <see cref="DateTimeOffset"/>, in microseconds since 1970.
    private const long FirstTime = -62_135_596_800_000_000;
    private const long LastTime = 253_402_300_799_999_999;

    private readonly ulong[] _names = new ulong[CanonicalLine.MaxNames];
    private LineField[] _fields = new LineField[64];
    private int _count;
    private int _next;
    private ReadOnlyMemory<byte> _line;
    private ArraySegment<byte> _bytes; // the line's bytes as an array, since getting the span of a memory each time takes longer than the read

    /// <summary>Whether the line may name blobs.</summary>
    public bool MayNameBlobs { get; private set; }

    /// <summary>Parses a line without flaws in its bytes and its JSON. False for other lines, and for some flawless ones.</summary>
    public bool TryParseCanonical(ReadOnlyMemory<byte> line)
    {
        Begin(line);
        var isCanonical = CanonicalLine.TryRead(_bytes, _names, ref _fields, out _count, out var mayNameBlobs, out var nulls);
        (MayNameBlobs, Nulls) = (mayNameBlobs, nulls);
        return isCanonical;
    }

    /// <summary>How many fields are null.</summary>
    public int Nulls { get; private set; }

    /// <exception cref="FormatException">The line is no JSON object.</exception>
    public void Parse(ReadOnlyMemory<byte> line)
    {
        Begin(line);
        (_count, Nulls) = (0, 0);
        MayNameBlobs = true;
        if (!Utf8.IsValid(line.Span))
        {
            throw new FormatException("is no valid UTF-8");
        }

        var reader = new Utf8JsonReader(line.Span, LogJson.Line);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new FormatException("is no JSON object");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                ReadField(ref reader);
            }

            reader.Read(); // throws when there are bytes behind the object
        }
        catch (JsonException e)
        {
            throw new FormatException($"is no valid JSON: {e.Message}", e);
        }
    }

    public int Count => _count;

    /// <summary>The name of the field with an index; empty for an index beyond the last.</summary>
    public string NameAt(int index) => index < 0 || index >= _count ? "" : Decode(_bytes.AsSpan(_fields[index].NameStart - 1, _fields[index].NameLength + 2));

    public bool NameIs(int index, ReadOnlySpan<byte> name) => index >= 0 && index < _count && IsNamed(_fields[index], name);

    public ReadOnlySpan<byte> ValueAt(int index) => _bytes.AsSpan(_fields[index].ValueStart, _fields[index].ValueLength);

    public JsonTokenType KindAt(int index) => _fields[index].Kind;

    /// <summary>The text of the field with an index.</summary>
    public string TextAt(int index) => Decode(ValueAt(index));

    /// <summary>Whether the field with an index is this text, even if it is escaped.</summary>
    public bool TextIs(int index, ReadOnlySpan<byte> text)
    {
        var json = ValueAt(index);
        return json is [(byte)'"', .. var raw, (byte)'"']
            && (raw.SequenceEqual(text) || (raw.Contains((byte)'\\') && Encoding.UTF8.GetBytes(Decode(json)).AsSpan().SequenceEqual(text)));
    }

    public JsonTokenType KindOf(ReadOnlySpan<byte> name) => Find(name) is >= 0 and var index ? _fields[index].Kind : JsonTokenType.None;

    /// <summary>A text. A text in a blob is read from there; if the blob is gone, the result says so.</summary>
    public string? Text(ReadOnlySpan<byte> name)
    {
        var index = FindValue(name);
        if (index < 0)
        {
            return null;
        }

        if (_fields[index].Kind == JsonTokenType.String)
        {
            return Decode(ValueAt(index));
        }

        if (new FieldValue(JsonText.Trusted(Value(index)), blobs).TryGetValue(out var value))
        {
            return value.Utf8[0] == (byte)'"' ? Decode(value.Utf8) : throw Shape(name);
        }

        return Gone(index);
    }

    public string RequiredText(ReadOnlySpan<byte> name) => Text(name) ?? throw Missing(name);

    /// <summary>A required text that is never in a blob.</summary>
    public string RequiredString(ReadOnlySpan<byte> name) => KindOf(name) switch
    {
        JsonTokenType.None => throw Missing(name),
        JsonTokenType.String => Text(name)!,
        _ => throw Shape(name),
    };

    public long? Whole(ReadOnlySpan<byte> name)
    {
        var index = FindValue(name);
        return index < 0 ? null
            : Utf8Parser.TryParse(ValueAt(index), out long value, out var used) && used == _fields[index].ValueLength ? value
            : throw Shape(name);
    }

    public long RequiredWhole(ReadOnlySpan<byte> name) => Whole(name) ?? throw Missing(name);

    public bool Flag(ReadOnlySpan<byte> name) => FindValue(name) is >= 0 and var index && _fields[index].Kind switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Shape(name),
    };

    /// <summary>True or false; null where the field is absent or null.</summary>
    public bool? Answer(ReadOnlySpan<byte> name) => FindValue(name) < 0 ? null : Flag(name);

    /// <summary>A text, or the digits of a number as the line has them.</summary>
    public string? TextOrNumber(ReadOnlySpan<byte> name) =>
        KindOf(name) == JsonTokenType.Number ? Json(name).ToString() : Text(name);

    /// <summary>A time span in milliseconds with a fraction, to the microsecond.</summary>
    public TimeSpan? Milliseconds(ReadOnlySpan<byte> name) => Micros(name, 3) is { } micros ? TimeSpan.FromTicks(micros * TimeSpan.TicksPerMicrosecond) : null;

    /// <summary>Whether a number of microseconds since 1970 is within the range of <see cref="DateTimeOffset"/>.</summary>
    public static bool IsDate(long micros) => micros is >= FirstTime and <= LastTime;

    /// <summary>A time in Unix seconds with a fraction, to the microsecond.</summary>
    public DateTimeOffset? UnixTime(ReadOnlySpan<byte> name) => Micros(name, 6) switch
    {
        null => null,
        { } micros when IsDate(micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond),
        _ => throw Shape(name),
    };

    public JsonText Json(ReadOnlySpan<byte> name) => Find(name) is >= 0 and var index ? JsonText.Trusted(Value(index)) : default;

    public FieldValue Field(ReadOnlySpan<byte> name) => new(Json(name), blobs);

    /// <summary>An array of texts. An array in a blob is read from there.</summary>
    public EquatableList<string> Texts(ReadOnlySpan<byte> name)
    {
        var index = FindValue(name);
        if (index < 0)
        {
            return EquatableList<string>.Empty;
        }

        if (!Field(name).TryGetValue(out var value))
        {
            return EquatableList<string>.Of([Gone(index)]);
        }

        var texts = new List<string>();
        var reader = new Utf8JsonReader(value.Utf8, LogJson.Line);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Shape(name);
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.TokenType == JsonTokenType.String ? JsonStrings.Decode(ref reader) : throw Shape(name));
        }

        return EquatableList<string>.Of([.. texts]);
    }

    /// <summary>An object of texts. A value that is no text is returned as its JSON.</summary>
    public EquatableDictionary<string> Dictionary(ReadOnlySpan<byte> name)
    {
        var value = Field(name);
        if (value.Line.IsAbsent)
        {
            return EquatableDictionary<string>.Empty;
        }

        var entries = value.Value.ToElement();
        return entries.ValueKind == JsonValueKind.Object
            ? EquatableDictionary<string>.From(entries.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, TextOf(entry.Value))))
            : throw Shape(name);
    }

    /// <summary>A document that the line names by its hash.</summary>
    public SharedText Shared(ReadOnlySpan<byte> name) => new(Text(name), blobs);

    public static FormatException Shape(ReadOnlySpan<byte> name) => new($"has a \"{Encoding.UTF8.GetString(name)}\" of another shape than the format's");

    private static FormatException Missing(ReadOnlySpan<byte> name) => new($"has no \"{Encoding.UTF8.GetString(name)}\"");

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Decode(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return JsonStrings.Decode(ref reader);
    }

    private void Begin(ReadOnlyMemory<byte> line)
    {
        _line = line;
        _next = 0;
        _bytes = MemoryMarshal.TryGetArray(line, out var bytes) ? bytes : line.ToArray();
    }

    private ReadOnlyMemory<byte> Value(int index) => _line.Slice(_fields[index].ValueStart, _fields[index].ValueLength);

    private void ReadField(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex + 1;
        var length = reader.ValueSpan.Length;
        var isEscaped = reader.ValueIsEscaped;
        reader.Read();
        var kind = reader.TokenType;
        var valueStart = (int)reader.TokenStartIndex;
        reader.Skip();
        if (_count == _fields.Length)
        {
            Array.Resize(ref _fields, _count * 2);
        }

        Nulls += kind == JsonTokenType.Null ? 1 : 0;
        _fields[_count++] = new(start, length, valueStart, (int)reader.BytesConsumed - valueStart, kind, isEscaped);
    }

    // In the format's own fields null means the same as an absent field. In the user's fields (input, output) null is a value.
    private int FindValue(ReadOnlySpan<byte> name) =>
        Find(name) is >= 0 and var index && _fields[index].Kind != JsonTokenType.Null ? index : -1;

    // Callers ask for fields in about the order of the line, so each search starts where the last one ended.
    private int Find(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < _count; i++)
        {
            var index = _next + i < _count ? _next + i : _next + i - _count;
            if (IsNamed(_fields[index], name))
            {
                _next = index + 1 < _count ? index + 1 : 0;
                return index;
            }
        }

        return -1;
    }

    private bool IsNamed(in LineField field, ReadOnlySpan<byte> name) => field.IsEscaped
        ? Encoding.UTF8.GetBytes(Decode(_bytes.AsSpan(field.NameStart - 1, field.NameLength + 2))).AsSpan().SequenceEqual(name)
        : field.NameLength == name.Length && _bytes.AsSpan(field.NameStart, field.NameLength).SequenceEqual(name);

    private long? Micros(ReadOnlySpan<byte> name, int decimals)
    {
        var index = FindValue(name);
        if (index < 0)
        {
            return null;
        }

        return FixedPoint.TryParse(ValueAt(index), decimals, out var value) ? value : throw Shape(name);
    }

    /// <summary>The text in place of a field whose blob is gone.</summary>
    public string Gone(ReadOnlySpan<byte> name) => Gone(Find(name));

    /// <summary>Whether a text is that of a field whose blob is gone.</summary>
    public static bool IsGone(string? text) => text is not null && text.StartsWith(NotThere, StringComparison.Ordinal);

    private const string NotThere = "[not in the log: sha256:";

    private string Gone(int index)
    {
        var reader = new Utf8JsonReader(ValueAt(index), LogJson.Line);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName
            && reader.Read() && reader.TokenType == JsonTokenType.String && HashName.TryParse(JsonStrings.Decode(ref reader), out var hash)
                ? $"{NotThere}{hash}]"
                : throw new FormatException("has a text of another shape than the format's");
    }
}
