using System.Buffers;
using System.Text.Json;

namespace AgentStepLog.Json;

// Scans strings, numbers and words. Each method takes the place of the first byte.
internal ref partial struct JsonScan
{
    private static readonly SearchValues<byte> s_ends = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static c => (byte)c), (byte)'"', (byte)'\\']);

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
            var escape = JsonEscape.Read(_utf8[at..], out var character); // a control character is no escape either, so this returns its place as the fault
            if (escape < 0)
            {
                return ~(at + ~escape);
            }

            HasLoneSurrogate |= character is null;
            at += escape;
        }

        Add(start, at - start, JsonValueKind.String, Count + 1, isEscaped);
        return at + 1;
    }

    private int Number(int at)
    {
        var start = at;
        at += _utf8[at] == (byte)'-' ? 1 : 0;
        var point = Digits(at);
        if (at < point && _utf8[at] == (byte)'0')
        {
            point = at + 1; // further digits after a leading 0 are no part of the number
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
}
