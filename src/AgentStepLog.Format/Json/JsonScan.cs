using System.Text.Json;

namespace AgentStepLog.Json;

/// <summary>
/// Scans a JSON text in one pass: checks it as strictly as RFC 8259 requires, without comments or trailing commas, and stores a token for each
/// value and name. It does not check that the bytes of strings are UTF-8: the caller does.
/// </summary>
internal ref partial struct JsonScan(ReadOnlySpan<byte> utf8, JsonToken[] tokens)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;

    /// <summary>The tokens that were found. The array may be larger than the given one.</summary>
    public JsonToken[] Tokens { get; private set; } = tokens;

    public int Count { get; private set; }

    /// <summary>The place of the first unexpected byte. It is behind the last byte where the text ends too soon.</summary>
    public int FaultAt { get; private set; }

    /// <summary>Whether a string holds the escape of half a surrogate pair.</summary>
    public bool HasLoneSurrogate { get; private set; }

    /// <param name="maxDepth">How deep objects and arrays may be nested.</param>
    /// <param name="maxValues">How many values there may be; names do not count.</param>
    public JsonFault Run(int maxDepth, long maxValues)
    {
        // Each step takes the place where it begins and returns the place behind it. For a fault it returns the bitwise complement of the fault's place.
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

                if (at == _utf8.Length || _utf8[at] != first + 2) // in ASCII, } and ] are two after { and [
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

            // The end of a value may also end the values around it.
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
