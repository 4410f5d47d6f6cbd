using System.Buffers;
using System.Text.Json;

namespace AgentStepLog.Capture;

/// <summary>
/// The one pass over a JSON text: checks it as strictly as RFC 8259 has it, without comments or trailing commas, and leaves a token for each
/// value and name. Whether the bytes of its strings are UTF-8 is for the caller to know.
/// </summary>
internal ref struct JsonScan(ReadOnlySpan<byte> utf8, JsonToken[] tokens)
{
    private static readonly SearchValues<byte> s_ends = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static c => (byte)c), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> _utf8 = utf8;

    /// <summary>The tokens found, perhaps in a larger array than the one given.</summary>
    public JsonToken[] Tokens { get; private set; } = tokens;

    public int Count { get; private set; }

    /// <summary>The place of the first byte that was not expected; behind the last one, where there should be more.</summary>
    public int FaultAt { get; private set; }

    /// <summary>Whether a string holds the escape of half a surrogate pair.</summary>
    public bool HasLoneSurrogate { get; private set; }

    /// <param name="maxDepth">How deep objects and arrays may stand within each other.</param>
    /// <param name="maxValues">How many values there may be; names do not count.</param>
    public JsonFault Run(int maxDepth, long maxValues)
    {
        // Each step takes the place where it begins and gives back the one behind it: that of the fault, negated bit by bit, if there is one.
        var (at, open, depth, values) = (0, -1, 0, 0L);
        while (true)
        {
            at = SkipSpace(at);
            if (at == _utf8.Length)
            {
                return Fault(JsonFault.Syntax, at);
            }

            if (open >= 0)
            {
                Tokens[open].Count++;
            }

            var first = _utf8[at];
            if (first is (byte)'{' or (byte)'[')
            {
                if (depth++ == maxDepth)
                {
                    return Fault(JsonFault.TooDeep, at);
                }

                open = Add(at, 0, first == (byte)'{' ? JsonValueKind.Object : JsonValueKind.Array, next: open);
                at = SkipSpace(at + 1);
                if (++values > maxValues)
                {
                    return Fault(JsonFault.TooMany, at);
                }

                if (at == _utf8.Length || _utf8[at] != first + 2) // } and ] are two behind { and [
                {
                    if (first == (byte)'{' && (at = Name(at)) < 0)
                    {
                        return Fault(JsonFault.Syntax, ~at);
                    }

                    continue;
                }
            }
            else if ((at = Scalar(at, first)) < 0)
            {
                return Fault(JsonFault.Syntax, ~at);
            }
            else if (++values > maxValues)
            {
                return Fault(JsonFault.TooMany, at);
            }

            // A value has ended, and with it perhaps those around it.
            while (true)
            {
                at = SkipSpace(at);
                if (open < 0 || at == _utf8.Length)
                {
                    return open < 0 && at == _utf8.Length ? JsonFault.None : Fault(JsonFault.Syntax, at);
                }

                ref var parent = ref Tokens[open];
                var isObject = parent.Kind == JsonValueKind.Object;
                if (_utf8[at] == (byte)',')
                {
                    at++;
                    if (isObject && (at = Name(SkipSpace(at))) < 0)
                    {
                        return Fault(JsonFault.Syntax, ~at);
                    }

                    break;
                }

                if (_utf8[at] != (isObject ? (byte)'}' : (byte)']'))
                {
                    return Fault(JsonFault.Syntax, at);
                }

                at++;
                depth--;
                parent.Length = at - parent.Start;
                (open, parent.Next) = (parent.Next, Count);
            }
        }
    }

    private JsonFault Fault(JsonFault fault, int at)
    {
        FaultAt = at;
        return fault;
    }

    private int Name(int at)
    {
        if (at == _utf8.Length || _utf8[at] != (byte)'"')
        {
            return ~at;
        }

        at = String(at);
        if (at < 0)
        {
            return at;
        }

        at = SkipSpace(at);
        return at < _utf8.Length && _utf8[at] == (byte)':' ? at + 1 : ~at;
    }

    private int Scalar(int at, byte first) => first switch
    {
        (byte)'"' => String(at),
        (byte)'t' => Literal(at, "true"u8, JsonValueKind.True),
        (byte)'f' => Literal(at, "false"u8, JsonValueKind.False),
        (byte)'n' => Literal(at, "null"u8, JsonValueKind.Null),
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Number(at),
        _ => ~at,
    };

    private int String(int at)
    {
        var start = ++at;
        var isEscaped = false;
        while (true)
        {
            var length = _utf8[at..].IndexOfAny(s_ends);
            if (length < 0)
            {
                return ~_utf8.Length;
            }

            at += length;
            if (_utf8[at] == (byte)'"')
            {
                break;
            }

            isEscaped = true;
            if (_utf8[at] != (byte)'\\' || (at = Escape(at)) < 0)
            {
                return at < 0 ? at : ~at;
            }
        }

        HasLoneSurrogate |= isEscaped && JsonStrings.HasLoneSurrogate(_utf8[start..at]);
        Add(start, at - start, JsonValueKind.String, Count + 1, isEscaped);
        return at + 1;
    }

    private readonly int Escape(int at)
    {
        at++;
        if (at == _utf8.Length || !"\"\\/bfnrtu"u8.Contains(_utf8[at]))
        {
            return ~at;
        }

        for (var digits = _utf8[at++] == (byte)'u' ? 4 : 0; digits > 0; digits--, at++)
        {
            if (at == _utf8.Length || !char.IsAsciiHexDigit((char)_utf8[at]))
            {
                return ~at;
            }
        }

        return at;
    }

    private int Number(int at)
    {
        var start = at;
        at += _utf8[at] == (byte)'-' ? 1 : 0;
        var point = Digits(at);
        if (at < point && _utf8[at] == (byte)'0')
        {
            point = at + 1; // what follows a leading 0 is no part of the number
        }

        if (point == at)
        {
            return ~at;
        }

        at = point;
        if (at < _utf8.Length && _utf8[at] == (byte)'.')
        {
            at = Digits(++point);
            if (at == point)
            {
                return ~at;
            }
        }

        if (at < _utf8.Length && (_utf8[at] | 0x20) == 'e')
        {
            at++;
            at += at < _utf8.Length && _utf8[at] is (byte)'+' or (byte)'-' ? 1 : 0;
            var exponent = at;
            at = Digits(at);
            if (at == exponent)
            {
                return ~at;
            }
        }

        Add(start, at - start, JsonValueKind.Number, Count + 1);
        return at;
    }

    private readonly int Digits(int at)
    {
        while (at < _utf8.Length && char.IsAsciiDigit((char)_utf8[at]))
        {
            at++;
        }

        return at;
    }

    private int Literal(int at, ReadOnlySpan<byte> word, JsonValueKind kind)
    {
        if (!_utf8[at..].StartsWith(word))
        {
            return ~(at + _utf8[at..].CommonPrefixLength(word));
        }

        Add(at, word.Length, kind, Count + 1);
        return at + word.Length;
    }

    private readonly int SkipSpace(int at)
    {
        while (at < _utf8.Length && _utf8[at] <= ' ' && _utf8[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }

    private int Add(int start, int length, JsonValueKind kind, int next, bool isEscaped = false)
    {
        if (Count == Tokens.Length)
        {
            var larger = Tokens;
            Array.Resize(ref larger, Count * 2);
            Tokens = larger;
        }

        ref var token = ref Tokens[Count];
        (token.Start, token.Length, token.Next, token.Count, token.Kind, token.IsEscaped) = (start, length, next, 0, kind, isEscaped);
        return Count++;
    }
}
