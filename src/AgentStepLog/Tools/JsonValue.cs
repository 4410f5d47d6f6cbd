using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace AgentStepLog.Capture;

/// <summary>
/// A JSON value that is read as a type. What does not fit is noted, with its place, and a default stands in for it, so that one
/// reading finds everything that is wrong. Generated code calls it, for arguments of tools and for recorded values.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonValue
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

    /// <summary>A string.</summary>
    public string String() => IsString ? _element.GetString()! : Unexpected("a string", "");

    /// <summary>A string or null.</summary>
    public string? NullableString() => IsNull ? null : IsString ? _element.GetString() : Unexpected("a string or null", "");

    /// <summary>A boolean.</summary>
    public bool Boolean() => _element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Unexpected("true or false", false),
    };

    /// <summary>A whole number.</summary>
    public sbyte SByte() => Whole<sbyte>();

    /// <summary>A whole number.</summary>
    public byte Byte() => Whole<byte>();

    /// <summary>A whole number.</summary>
    public short Int16() => Whole<short>();

    /// <summary>A whole number.</summary>
    public ushort UInt16() => Whole<ushort>();

    /// <summary>A whole number.</summary>
    public int Int32() => Whole<int>();

    /// <summary>A whole number.</summary>
    public uint UInt32() => Whole<uint>();

    /// <summary>A whole number.</summary>
    public long Int64() => Whole<long>();

    /// <summary>A whole number.</summary>
    public ulong UInt64() => Whole<ulong>();

    /// <summary>A whole number.</summary>
    public Int128 Int128() => Whole<Int128>();

    /// <summary>A whole number.</summary>
    public UInt128 UInt128() => Whole<UInt128>();

    /// <summary>A number, or <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public Half Half() => Floating<Half>();

    /// <summary>A number, or <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public float Single() => Floating<float>();

    /// <summary>A number, or <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public double Double() => Floating<double>();

    /// <summary>A number that a decimal can hold.</summary>
    public decimal Decimal() => IsNumber && _element.TryGetDecimal(out var value) ? value : Unexpected("a number of up to 28 digits", 0m);

    /// <summary>A string of one character (one UTF-16 code unit).</summary>
    public char Char() => IsString && _element.GetString() is [var c] ? c : Unexpected("a string of one character", '\0');

    /// <summary>A UUID.</summary>
    public Guid Guid() => IsString && _element.TryGetGuid(out var value)
        ? value
        : Unexpected("a UUID such as 6f9619ff-8b86-d011-b42d-00c04fc964ff", System.Guid.Empty);

    /// <summary>An ISO 8601 date-time, with or without offset.</summary>
    public DateTime DateTime() => IsString && _element.TryGetDateTime(out var value)
        ? value
        : Unexpected("an ISO 8601 date-time such as 2026-11-21T09:00:00", default(DateTime));

    /// <summary>An ISO 8601 date-time with offset: without one, nobody knows which moment is meant.</summary>
    public DateTimeOffset DateTimeOffset() => IsString && HasOffset(_element.GetString()!) && _element.TryGetDateTimeOffset(out var value)
        ? value
        : Unexpected("an ISO 8601 date-time with offset such as 2026-11-21T09:00:00Z", default(DateTimeOffset));

    /// <summary>A date.</summary>
    public DateOnly DateOnly() =>
        IsString && System.DateOnly.TryParseExact(_element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : Unexpected("a date such as 2026-11-21", default(DateOnly));

    /// <summary>A time of day.</summary>
    public TimeOnly TimeOnly() =>
        IsString && System.TimeOnly.TryParseExact(_element.GetString(), s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : Unexpected("a time of day such as 09:00:00", default(TimeOnly));

    /// <summary>A duration, as <c>[d.]hh:mm:ss[.fffffff]</c>.</summary>
    public TimeSpan TimeSpan() =>
        IsString && System.TimeSpan.TryParseExact(_element.GetString(), "c", CultureInfo.InvariantCulture, out var value)
            ? value
            : Unexpected("a duration such as 00:30:00, or 1.02:00:00 for one day and two hours", default(TimeSpan));

    /// <summary>A URI, absolute or relative.</summary>
    public Uri Uri() => IsString && System.Uri.TryCreate(_element.GetString(), UriKind.RelativeOrAbsolute, out var value)
        ? value
        : Unexpected("a URI such as https://example.com/path", new Uri("", UriKind.Relative));

    /// <summary>A version number.</summary>
    public Version Version() => IsString && System.Version.TryParse(_element.GetString(), out var value)
        ? value
        : Unexpected("a version such as 1.2.3", new Version());

    /// <summary>Bytes in base64.</summary>
    public byte[] Bytes() => IsString && _element.TryGetBytesFromBase64(out var value) ? value : Unexpected<byte[]>("bytes in base64", []);

    /// <summary>Bytes in base64, as an immutable list that compares by value: for the properties of typed steps.</summary>
    public IReadOnlyList<byte> ReadOnlyBytes() => EquatableList<byte>.Of(Bytes());

    /// <summary>Any value, as its JSON text: for the properties of typed steps.</summary>
    public JsonText Json() => _element.ValueKind == JsonValueKind.Undefined
        ? Unexpected("a JSON value", default(JsonText))
        : JsonText.Parse(_element.GetRawText());

    /// <summary>Any value.</summary>
    public JsonElement Element() => _element.ValueKind == JsonValueKind.Undefined
        ? Unexpected("a JSON value", default(JsonElement))
        : _element.Clone();

    /// <summary>A member of an enum, by name; in a recorded value also by number, as one without a name is written.</summary>
    /// <param name="names">The names with their values.</param>
    public T Enum<T>(params ReadOnlySpan<(string Name, T Value)> names)
        where T : struct, Enum
    {
        if (IsString)
        {
            var text = _element.GetString();
            foreach (var (name, value) in names)
            {
                if (name == text)
                {
                    return value;
                }
            }
        }
        else if (IsNumber && !_problems.StrictNames)
        {
            return _element.TryGetInt64(out var signed) ? (T)System.Enum.ToObject(typeof(T), signed)
                : _element.TryGetUInt64(out var unsigned) ? (T)System.Enum.ToObject(typeof(T), unsigned)
                : Unexpected("a whole number", default(T));
        }

        return Unexpected(NamesOf(names), default(T));
    }

    /// <summary>Members of an enum of flags, by name with commas between them; in a recorded value also by number.</summary>
    /// <param name="names">The names with their values.</param>
    public T Flags<T>(params ReadOnlySpan<(string Name, T Value)> names)
        where T : struct, Enum
    {
        if (!IsString)
        {
            return IsNumber && !_problems.StrictNames ? Enum(names) : Unexpected("one or more " + NamesOf(names)[4..], default(T));
        }

        var all = 0L;
        foreach (var part in _element.GetString()!.Split(',', StringSplitOptions.TrimEntries))
        {
            var known = false;
            foreach (var (name, value) in names)
            {
                if (name == part)
                {
                    known = true;
                    all |= Bits(value);
                }
            }

            if (!known)
            {
                return Unexpected("one or more " + NamesOf(names)[4..], default(T));
            }
        }

        return (T)System.Enum.ToObject(typeof(T), all);
    }

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

    /// <summary>A list.</summary>
    /// <param name="read">Reads one item.</param>
    public List<T> List<T>(Func<JsonValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_element.ValueKind != JsonValueKind.Array)
        {
            return Unexpected<List<T>>("an array", []);
        }

        var items = new List<T>(_element.GetArrayLength());
        foreach (var item in _element.EnumerateArray())
        {
            items.Add(new JsonValue(item, _path.Item(items.Count), _problems).Read(read));
        }

        return items;
    }

    /// <summary>An array.</summary>
    /// <param name="read">Reads one item.</param>
    public T[] Array<T>(Func<JsonValue, T> read) => [.. List(read)];

    /// <summary>An immutable list that equals another one of equal items: for the properties of typed steps.</summary>
    /// <param name="read">Reads one item.</param>
    public IReadOnlyList<T> ReadOnlyList<T>(Func<JsonValue, T> read) => EquatableList<T>.Of(Array(read));

    /// <summary>A dictionary.</summary>
    /// <param name="read">Reads one value.</param>
    public Dictionary<string, T> Dictionary<T>(Func<JsonValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        if (_element.ValueKind != JsonValueKind.Object)
        {
            return Unexpected("an object", entries);
        }

        foreach (var member in _element.EnumerateObject())
        {
            entries[member.Name] = new JsonValue(member.Value, _path.Member(member.Name), _problems).Read(read);
        }

        return entries;
    }

    /// <summary>An immutable dictionary that equals another one of equal entries: for the properties of typed steps.</summary>
    /// <param name="read">Reads one value.</param>
    public IReadOnlyDictionary<string, T> ReadOnlyDictionary<T>(Func<JsonValue, T> read) => EquatableDictionary<T>.From(Dictionary(read));

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

    private static readonly string[] s_times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.IndexOf('T', StringComparison.Ordinal) is > 0 and var t && text.AsSpan(t).ContainsAny('+', '-'));

    private static long Bits<T>(T value)
        where T : struct, Enum =>
        System.Enum.GetUnderlyingType(typeof(T)) == typeof(ulong)
            ? unchecked((long)Convert.ToUInt64(value, CultureInfo.InvariantCulture))
            : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string NamesOf<T>(ReadOnlySpan<(string Name, T Value)> names)
    {
        var text = new System.Text.StringBuilder("one of ");
        foreach (var (name, _) in names)
        {
            text.Append(text.Length > 7 ? ", " : "").Append('"').Append(name).Append('"');
        }

        return text.ToString();
    }

    private T Whole<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (IsNumber)
        {
            if (T.TryParse(_element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }

            // JSON knows no whole numbers apart: 5.0 and 1e3 are some, and models write them.
            if (_element.TryGetDecimal(out var number) && decimal.IsInteger(number)
                && T.TryParse(number.ToString("0", CultureInfo.InvariantCulture), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
            {
                return value;
            }
        }

        return Unexpected(string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}"), default(T));
    }

    private T Floating<T>()
        where T : struct, IFloatingPointIeee754<T>
    {
        if (IsNumber)
        {
            return T.TryParse(_element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value)
                ? value
                : Unexpected("a number that is not so large", T.Zero);
        }

        return (IsString ? _element.GetString() : null) switch
        {
            "NaN" => T.NaN,
            "Infinity" => T.PositiveInfinity,
            "-Infinity" => T.NegativeInfinity,
            _ => Unexpected("a number", T.Zero),
        };
    }

    private T Unexpected<T>(string expected, T standIn)
    {
        _problems.Unexpected(_path, expected, _element);
        return standIn;
    }
}
