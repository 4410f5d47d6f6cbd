using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AgentStepLog;

/// <summary>
/// What the format says of one line's fields: which stand where, and in which shape. Holds what the chain needs of the last line
/// that was checked. Reused from line to line.
/// </summary>
internal sealed class LineForm
{
    private static readonly byte[][] s_beginning =
        ["v"u8.ToArray(), "run_id"u8.ToArray(), "step"u8.ToArray(), "type"u8.ToArray(), "ts"u8.ToArray(), "mono_ms"u8.ToArray()];

    private readonly LineFields _fields = new(null);

    public string RunId { get; private set; } = "";

    public string Type { get; private set; } = "";

    /// <summary>The line's <c>mono_ms</c>, in microseconds.</summary>
    public long Elapsed { get; private set; }

    public string Prev { get; private set; } = "";

    /// <summary>The call's id; 0 when the line is none of a call's.</summary>
    public ulong Span { get; private set; }

    public RunOutcome? Outcome { get; private set; }

    public bool IsOutcomeOfCall => Type is "llm_call" or "tool_call" or "agent_call";

    /// <summary>What is wrong with the line, or null. The message goes on after "line n".</summary>
    /// <param name="line">The line, of which <see cref="RawBytes"/> finds nothing wrong.</param>
    /// <param name="number">The number that it must bear.</param>
    public string? Flaw(ReadOnlyMemory<byte> line, long number)
    {
        try
        {
            _fields.Parse(line);
            if (DuplicateKeys.Find(line.Span, LogJson.MaxReadDepth) is { } key)
            {
                return $"has the key \"{key}\" twice in one object";
            }

            return JsonStrings.HasLoneSurrogate(line.Span) ? "holds half a surrogate pair" : Places() ?? Shapes(number);
        }
        catch (FormatException e)
        {
            return e.Message;
        }
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

    private string? Shapes(long number)
    {
        if (!_fields.ValueAt(0).SequenceEqual("1"u8))
        {
            return $"states format version {Encoding.UTF8.GetString(_fields.ValueAt(0))}, and this is version 1";
        }

        RunId = _fields.RequiredText("run_id"u8);
        if (_fields.RequiredWhole("step"u8) != number || _fields.ValueAt(2)[0] == (byte)'-')
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"states step {_fields.RequiredWhole("step"u8)} where step {number} belongs: lines were removed, added or moved");
        }

        Type = _fields.RequiredText("type"u8);
        if (!FixedPoint.HasForm(_fields.ValueAt(4), 6))
        {
            return "has a \"ts\" that is not Unix seconds with six decimals";
        }

        if (!FixedPoint.HasForm(_fields.ValueAt(5), 3) || !FixedPoint.TryParse(_fields.ValueAt(5), 3, out var elapsed) || elapsed < 0)
        {
            return "has a \"mono_ms\" that is not milliseconds with three decimals";
        }

        Elapsed = elapsed;
        Prev = _fields.RequiredText("prev"u8);
        Outcome = Type == "run_end" ? TotalsFields.Outcome(_fields.Text("outcome"u8)) : null;
        Span = 0;
        return (IsOutcomeOfCall || Type == "intent" ? Call() : null) ?? Redacted();
    }

    private string? Call()
    {
        var at = s_beginning.Length;
        if (IsOutcomeOfCall)
        {
            if (!_fields.NameIs(at, "duration_ms"u8) || !FixedPoint.HasForm(_fields.ValueAt(at), 3))
            {
                return "has no \"duration_ms\" (milliseconds with three decimals) after \"mono_ms\"";
            }

            at++;
        }

        if (!_fields.NameIs(at, "span_id"u8) || !TryParseSpan(_fields.ValueAt(at), out var span))
        {
            return "has no \"span_id\" (16 lower-case hex digits) where it belongs";
        }

        Span = span;
        if (_fields.NameIs(at + 1, "parent_id"u8) && !TryParseSpan(_fields.ValueAt(at + 1), out _))
        {
            return "has a \"parent_id\" that is not 16 lower-case hex digits";
        }

        return IsOutcomeOfCall && _fields.KindOf("error"u8) is not (JsonTokenType.Null or JsonTokenType.String or JsonTokenType.StartObject)
            ? "has no \"error\" (a string, or null for success)"
            : null;
    }

    private string? Redacted()
    {
        // A list that went to a blob is checked as that blob.
        var spilled = _fields.KindOf("redacted"u8) == JsonTokenType.StartObject;
        return spilled || StepReader.Redactions(_fields.Payload("redacted"u8)).All(r => r.At.StartsWith('/'))
            ? null
            : "has a \"redacted\" whose \"at\" is no JSON pointer";
    }

    private static bool TryParseSpan(ReadOnlySpan<byte> json, out ulong span)
    {
        span = 0;
        return json is [(byte)'"', .. { Length: 16 } digits, (byte)'"'] && digits.IndexOfAnyInRange((byte)'A', (byte)'F') < 0
            && Utf8Parser.TryParse(digits, out span, out var used, 'x') && used == 16;
    }
}
