using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentStepLog.Json;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Integrity;

/// <summary>
/// Checks a line's fields against the format: their order and their shapes. It keeps the values of the last line that the chain
/// needs. An instance is reused from line to line.
/// </summary>
internal sealed class LineCheck
{
    private static readonly byte[][] s_beginning =
        ["v"u8.ToArray(), "run_id"u8.ToArray(), "step"u8.ToArray(), "type"u8.ToArray(), "ts"u8.ToArray(), "mono_ms"u8.ToArray()];

    private const int RunIdField = 1;
    private const int StepField = 2;
    private const int TypeField = 3;
    private const int TimeField = 4;
    private const int ElapsedField = 5;

    private readonly LineFields _fields = new(null);
    private RecordType? _type; // null for a type that this version does not know
    private bool _isSuccess; // whether the line is the outcome of a call that succeeded

    public string RunId => _fields.RequiredText("run_id"u8);

    /// <summary>Whether the line may name blobs.</summary>
    public bool MayNameBlobs => _fields.MayNameBlobs;

    /// <summary>The line's <c>mono_ms</c>, in microseconds.</summary>
    public long Elapsed { get; private set; }

    /// <summary>The leaf of the line before, as this line states it.</summary>
    public string Prev => _fields.RequiredText("prev"u8);

    /// <summary>The call's id; 0 when the line is not about a call.</summary>
    public ulong Span { get; private set; }

    public RunOutcome? Outcome { get; private set; }

    /// <summary>The number of the file that a header begins, from 1.</summary>
    public long Segment { get; private set; }

    /// <summary>The role of the line in the order of a run's lines.</summary>
    public ChainRole Role { get; private set; }

    /// <summary>Whether the line is of the run with this id.</summary>
    public bool IsOf(ReadOnlySpan<byte> runId) => _fields.TextIs(RunIdField, runId);

    /// <summary>Whether the line states this leaf, in base64, as the leaf of the line before.</summary>
    public bool Follows(ReadOnlySpan<byte> leaf) => _fields.TextIs(_fields.Count - 2, leaf);

    /// <summary>The flaw of the line, or null. It continues a message that begins with "line n".</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">The number that the line must have.</param>
    public string? Flaw(ReadOnlyMemory<byte> line, long number)
    {
        try
        {
            return (_fields.TryParseCanonical(line) ? LineTail.Flaw(line.Span) : FlawOfOther(line)) ?? Places() ?? Shapes(number);
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    // The same checks one after the other, each with its own message.
    private string? FlawOfOther(ReadOnlyMemory<byte> line)
    {
        if ((RawBytes.Flaw(line.Span) ?? LineTail.Flaw(line.Span)) is { } flaw)
        {
            return flaw;
        }

        _fields.Parse(line);
        return DuplicateKeys.Find(line.Span, LogJson.MaxReadDepth) is { } key ? $"has the key \"{key}\" twice in one object"
            : JsonStrings.HasLoneSurrogate(line.Span) ? "holds half a surrogate pair"
            : null;
    }

    private string? Places()
    {
        for (var i = 0; i < s_beginning.Length; i++)
        {
            if (!_fields.NameIs(i, s_beginning[i]))
            {
                return $"has \"{_fields.NameAt(i)}\" where \"{Encoding.UTF8.GetString(s_beginning[i])}\" belongs";
            }
        }

        var last = _fields.Count - 1;
        if (!_fields.NameIs(last, "crc"u8) || !_fields.NameIs(last - 1, "prev"u8))
        {
            return "does not end with \"prev\" and \"crc\"";
        }

        for (var i = s_beginning.Length; i < last - 2; i++)
        {
            if (_fields.NameIs(i, "redacted"u8))
            {
                return "has \"redacted\" elsewhere than before \"prev\"";
            }
        }

        return null;
    }

    // In nearly all logs the only null is the error of a call that succeeded.
    private string? Nulls()
    {
        if (_fields.Nulls == 0 || (_fields.Nulls == 1 && _isSuccess))
        {
            return null;
        }

        for (var i = 0; i < _fields.Count; i++)
        {
            if (_fields.KindAt(i) == JsonTokenType.Null && !(Role == ChainRole.Outcome && _fields.NameIs(i, "error"u8)) && _type?.IsNeverNull(_fields.NameAt(i)) == true)
            {
                return $"has a \"{_fields.NameAt(i)}\" that is null, and what is unknown is absent";
            }
        }

        return null;
    }

    private string? Shapes(long number)
    {
        if (!_fields.ValueAt(0).SequenceEqual("1"u8))
        {
            return $"states format version {Encoding.UTF8.GetString(_fields.ValueAt(0))}, and this is version 1";
        }

        if (_fields.RequiredWhole("step"u8) != number || _fields.ValueAt(StepField)[0] == (byte)'-')
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"states step {_fields.RequiredWhole("step"u8)} where step {number} belongs: lines were removed, added or moved");
        }

        if (_fields.KindAt(TypeField) != JsonTokenType.String || _fields.KindAt(RunIdField) != JsonTokenType.String || _fields.KindAt(_fields.Count - 2) != JsonTokenType.String)
        {
            throw LineFields.Shape(_fields.KindAt(TypeField) != JsonTokenType.String ? "type"u8 : _fields.KindAt(RunIdField) != JsonTokenType.String ? "run_id"u8 : "prev"u8);
        }

        if (!IsTime(_fields.ValueAt(TimeField)))
        {
            return "has a \"ts\" that is not Unix seconds with six decimals, of a date from the year 1 to 9999";
        }

        if (!IsDuration(_fields.ValueAt(ElapsedField)) || !FixedPoint.TryParse(_fields.ValueAt(ElapsedField), 3, out var elapsed))
        {
            return "has a \"mono_ms\" that is not milliseconds with three decimals, and no sign";
        }

        Elapsed = elapsed;
        _type = RecordTypes.Of(_fields, TypeField);
        Role = _type?.Role ?? ChainRole.None;
        Segment = Role == ChainRole.Header ? _fields.Whole("segment"u8) ?? 1 : 0;
        Outcome = Role == ChainRole.End ? TotalsFields.Outcome(_fields.Text("outcome"u8)) : null;
        if (Role == ChainRole.End)
        {
            CauseFields.Check(_fields);
        }

        (Span, _isSuccess) = (0, false);
        return (Role is ChainRole.Outcome or ChainRole.Intent ? Call() : null) ?? Nulls() ?? Withheld();
    }

    private string? Call()
    {
        var at = s_beginning.Length;
        if (Role == ChainRole.Outcome)
        {
            if (!_fields.NameIs(at, "duration_ms"u8) || !IsDuration(_fields.ValueAt(at)))
            {
                return "has no \"duration_ms\" (milliseconds with three decimals, and no sign) after \"mono_ms\"";
            }

            at++;
        }

        if (!_fields.NameIs(at, "span_id"u8) || !TryParseSpan(at, out var span))
        {
            return "has no \"span_id\" (16 lower-case hex digits) where it belongs";
        }

        Span = span;
        if (_fields.NameIs(at + 1, "parent_id"u8) && !TryParseSpan(at + 1, out _))
        {
            return "has a \"parent_id\" that is not 16 lower-case hex digits";
        }

        if (Role != ChainRole.Outcome)
        {
            return null;
        }

        var error = _fields.KindOf("error"u8);
        _isSuccess = error == JsonTokenType.Null;
        if (error is JsonTokenType.String)
        {
            CauseFields.Check(_fields);
        }

        return error is JsonTokenType.Null or JsonTokenType.String ? null : "has no \"error\" (a string, or null for success)";
    }

    private string? Withheld()
    {
        if (!_fields.NameIs(_fields.Count - 3, "redacted"u8))
        {
            return null;
        }

        // A list in a blob is checked with the blob.
        var list = _fields.Field("redacted"u8);
        if (_fields.KindOf("redacted"u8) == JsonTokenType.StartObject)
        {
            return IsReference(list.Line.Utf8) ? null : "has a \"redacted\" that is neither a list nor a reference to one";
        }

        var withheld = StepReader.WithheldValues(list);
        return withheld.Count == 0 ? "has an empty \"redacted\", which must be absent where nothing is withheld"
            : withheld.All(r => r.At.StartsWith('/')) ? null
            : "has a \"redacted\" whose \"at\" is no JSON pointer";
    }

    private static bool IsReference(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, LogJson.Line);
        return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && JsonStrings.Decode(ref reader) is "$blob" or "$hash";
    }

    private bool TryParseSpan(int index, out ulong span)
    {
        if (TryParseSpan(_fields.ValueAt(index), out span))
        {
            return true;
        }

        // A text may be escaped, so the digits are also compared decoded.
        return _fields.KindAt(index) == JsonTokenType.String && _fields.ValueAt(index).Contains((byte)'\\')
            && TryParseSpan(Encoding.UTF8.GetBytes($"\"{_fields.TextAt(index)}\""), out span);
    }

    private static bool TryParseSpan(ReadOnlySpan<byte> json, out ulong span)
    {
        span = 0;
        return json is [(byte)'"', .. { Length: 16 } digits, (byte)'"'] && digits.IndexOfAnyInRange((byte)'A', (byte)'F') < 0
            && Utf8Parser.TryParse(digits, out span, out var used, 'x') && used == 16;
    }

    // A number without a sign and with so few digits is within the years 1970 to 2286.
    private static bool IsTime(ReadOnlySpan<byte> number) =>
        FixedPoint.HasForm(number, 6) && ((number.Length <= 17 && number[0] != (byte)'-') || IsDate(number));

    private static bool IsDate(ReadOnlySpan<byte> number) =>
        FixedPoint.TryParse(number, 6, out var micros) && LineFields.IsDate(micros) && (micros != 0 || number[0] != (byte)'-');

    // A number with so few digits is within the allowed range.
    private static bool IsDuration(ReadOnlySpan<byte> number) =>
        number[0] != (byte)'-' && FixedPoint.HasForm(number, 3) && (number.Length <= 15 || FixedPoint.TryParse(number, 3, out _));
}
