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
    private int _open = -1;

    /// <summary>The tokens found, perhaps in a larger array than the one given.</summary>
    public JsonToken[] Tokens { get; private set; } = tokens;

    public int Count { get; private set; }

    /// <summary>The place of the first byte that was not expected; behind the last one, where there should be more.</summary>
    public int At { get; private set; }

    /// <summary>Whether a string holds the escape of half a surrogate pair.</summary>
    public bool HasLoneSurrogate { get; private set; }

    /// <param name="maxDepth">How deep objects and arrays may stand within each other.</param>
    /// <param name="maxValues">How many values there may be; names do not count.</param>
    public JsonFault Run(int maxDepth, long maxValues)
    {
        var (depth, values) = (0, 0L);
        while (true)
        {
            SkipSpace();
            if (At == _utf8.Length)
            {
                return JsonFault.Syntax;
            }

            if (_open >= 0)
            {
                Tokens[_open].Count++;
            }

            var first = _utf8[At];
            if (first is (byte)'{' or (byte)'[')
            {
                if (depth++ == maxDepth)
                {
                    return JsonFault.TooDeep;
                }

                Open(first == (byte)'{' ? JsonValueKind.Object : JsonValueKind.Array);
                if (++values > maxValues)
                {
                    return JsonFault.TooMany;
                }

                SkipSpace();
                if (At == _utf8.Length || _utf8[At] != first + 2) // } and ] are two behind { and [
                {
                    if (first == (byte)'{' && !Name())
                    {
                        return JsonFault.Syntax;
                    }

                    continue;
                }
            }
            else if (!Scalar(first))
            {
                return JsonFault.Syntax;
            }
            else if (++values > maxValues)
            {
                return JsonFault.TooMany;
            }

            // A value has ended, and with it perhaps those around it.
            while (true)
            {
                SkipSpace();
                if (_open < 0 || At == _utf8.Length)
                {
                    return _open < 0 && At == _utf8.Length ? JsonFault.None : JsonFault.Syntax;
                }

                var (isObject, next) = (Tokens[_open].Kind == JsonValueKind.Object, _utf8[At]);
                if (next == (byte)',')
                {
                    At++;
                    if (isObject && !Name())
                    {
                        return JsonFault.Syntax;
                    }

                    break;
                }

                if (next != (isObject ? (byte)'}' : (byte)']'))
                {
                    return JsonFault.Syntax;
                }

                Close();
                depth--;
            }
        }
    }

    private bool Name()
    {
        SkipSpace();
        if (At == _utf8.Length || _utf8[At] != (byte)'"' || !String())
        {
            return false;
        }

        SkipSpace();
        return At < _utf8.Length && _utf8[At] == (byte)':' && ++At > 0;
    }

    private bool Scalar(byte first) => first switch
    {
        (byte)'"' => String(),
        (byte)'t' => Literal("true"u8, JsonValueKind.True),
        (byte)'f' => Literal("false"u8, JsonValueKind.False),
        (byte)'n' => Literal("null"u8, JsonValueKind.Null),
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Number(),
        _ => false,
    };

    private bool String()
    {
        var start = ++At;
        var isEscaped = false;
        while (true)
        {
            var end = _utf8[At..].IndexOfAny(s_ends);
            At = end < 0 ? _utf8.Length : At + end;
            if (At == _utf8.Length || _utf8[At] < ' ')
            {
                return false;
            }

            if (_utf8[At] == (byte)'"')
            {
                break;
            }

            isEscaped = true;
            if (!Escape())
            {
                return false;
            }
        }

        HasLoneSurrogate |= isEscaped && JsonStrings.HasLoneSurrogate(_utf8[start..At]);
        Add(new() { Start = start, Length = At - start, Kind = JsonValueKind.String, IsEscaped = isEscaped });
        At++;
        return true;
    }

    private bool Escape()
    {
        At++;
        if (At == _utf8.Length || !"\"\\/bfnrtu"u8.Contains(_utf8[At]))
        {
            return false;
        }

        var digits = _utf8[At++] == (byte)'u' ? 4 : 0;
        for (; digits > 0; digits--, At++)
        {
            if (At == _utf8.Length || !char.IsAsciiHexDigit((char)_utf8[At]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Number()
    {
        var start = At;
        At += _utf8[At] == (byte)'-' ? 1 : 0;
        if (At < _utf8.Length && _utf8[At] == (byte)'0')
        {
            At++;
        }
        else if (!Digits())
        {
            return false;
        }

        if (At < _utf8.Length && _utf8[At] == (byte)'.')
        {
            At++;
            if (!Digits())
            {
                return false;
            }
        }

        if (At < _utf8.Length && (_utf8[At] | 0x20) == 'e')
        {
            At++;
            At += At < _utf8.Length && _utf8[At] is (byte)'+' or (byte)'-' ? 1 : 0;
            if (!Digits())
            {
                return false;
            }
        }

        Add(new() { Start = start, Length = At - start, Kind = JsonValueKind.Number });
        return true;
    }

    private bool Digits()
    {
        var start = At;
        while (At < _utf8.Length && char.IsAsciiDigit((char)_utf8[At]))
        {
            At++;
        }

        return At > start;
    }

    private bool Literal(ReadOnlySpan<byte> word, JsonValueKind kind)
    {
        var start = At;
        At += _utf8[At..].CommonPrefixLength(word);
        if (At - start < word.Length)
        {
            return false;
        }

        Add(new() { Start = start, Length = word.Length, Kind = kind });
        return true;
    }

    private void SkipSpace()
    {
        while (At < _utf8.Length && _utf8[At] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            At++;
        }
    }

    private void Open(JsonValueKind kind)
    {
        Add(new() { Start = At++, Kind = kind });
        (_open, Tokens[Count - 1].Next) = (Count - 1, _open);
    }

    private void Close()
    {
        ref var closed = ref Tokens[_open];
        closed.Length = ++At - closed.Start;
        (_open, closed.Next) = (closed.Next, Count);
    }

    private void Add(in JsonToken token)
    {
        if (Count == Tokens.Length)
        {
            var larger = Tokens;
            Array.Resize(ref larger, Count * 2);
            Tokens = larger;
        }

        Tokens[Count++] = token;
        Tokens[Count - 1].Next = Count;
    }
}
