namespace AgentStepLog.Withholding;

/// <summary>
/// Finds the texts in JSON that may each contain a piece of one secret: strings side by side in an array, and strings at the same place within the items of an array,
/// such as the updates of a stream. The library wrote the JSON, so it is valid and has no white space between values.
/// </summary>
internal sealed class JoinedTexts
{
    private readonly List<JoinedText> _texts = [];

    // For each surrounding value: the number of its own place, and the number for its members or items.
    private readonly List<(ulong Own, ulong Inner)> _around = [];

    internal List<JoinedText> Found => _texts;

    internal void Clear()
    {
        _texts.Clear();
        _around.Clear();
    }

    /// <summary>Adds the strings at the beginning of an array. Nulls are skipped. A number separates the strings before it from those after it.</summary>
    /// <param name="json">The text.</param>
    /// <param name="at">The offset after a bracket. If the bracket only ends a string, the texts that are read from here are commas, which do no harm.</param>
    internal void AddArray(ReadOnlySpan<byte> json, int at)
    {
        var before = _texts.Count;
        var place = (ulong)at;
        for (; at < json.Length; at++)
        {
            if (json[at] == (byte)'"')
            {
                var end = End(json, at + 1);
                if (end + 1 >= json.Length || json[end + 1] is not ((byte)',' or (byte)']'))
                {
                    _texts.RemoveRange(before, _texts.Count - before);
                    return;
                }

                _texts.Add(new(place, at + 1, end - at - 1));
                at = end + 1;
            }
            else if (json[at..].StartsWith("null"u8))
            {
                at += 4;
            }
            else if (json[at] is (byte)'-' or (>= (byte)'0' and <= (byte)'9'))
            {
                place = (ulong)at;
                at = Numbers(json, at);
            }
            else
            {
                return;
            }

            if (at >= json.Length || json[at] != (byte)',')
            {
                return;
            }
        }
    }

    /// <summary>Adds all strings within arrays. Strings belong together if the same names lead to them from the same outermost array.</summary>
    internal void AddPlaces(ReadOnlySpan<byte> json)
    {
        var outermost = -1;
        for (var at = 0; Next(json, ref at); at++)
        {
            switch (json[at])
            {
                case (byte)'"':
                    var start = at + 1;
                    at = End(json, start);
                    if (outermost >= 0 && at < json.Length)
                    {
                        AddString(json, start, at);
                    }

                    break;
                case (byte)'[' when outermost < 0:
                    outermost = _around.Count;
                    _around.Add(((ulong)at, (ulong)at));
                    break;
                case (byte)'[' or (byte)'{':
                    var place = _around.Count > 0 ? _around[^1].Inner : 0;
                    _around.Add((place, place));
                    break;
                default:
                    if (_around.Count > 0)
                    {
                        _around.RemoveAt(_around.Count - 1);
                        outermost = outermost == _around.Count ? -1 : outermost;
                    }

                    break;
            }
        }

        _texts.Sort();
    }

    private void AddString(ReadOnlySpan<byte> json, int start, int end)
    {
        var (own, inner) = _around[^1];
        if (end + 1 >= json.Length || json[end + 1] != (byte)':')
        {
            _texts.Add(new(inner, start, end - start));
            return;
        }

        foreach (var c in json[start..end])
        {
            own = (own ^ c) * 0x0000_0100_0000_01B3;
        }

        _around[^1] = (_around[^1].Own, (own ^ '"') * 0x0000_0100_0000_01B3);
    }

    private static bool Next(ReadOnlySpan<byte> json, ref int at)
    {
        var next = at < json.Length ? json[at..].IndexOfAny("\"[]{}"u8) : -1;
        at += next;
        return next >= 0;
    }

    // The offset of the first character that belongs to no number, or of the comma before it.
    private static int Numbers(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] is (byte)'e' or (byte)'E' or (>= (byte)'+' and <= (byte)'9'))
        {
            at++;
            var rest = json[at..].IndexOfAnyExceptInRange((byte)'+', (byte)'9');
            at = rest < 0 ? json.Length : at + rest;
        }

        return json[at - 1] == (byte)',' ? at - 1 : at;
    }

    // The offset of the quote that ends a string; the end of the text if there is none.
    private static int End(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at..].IndexOfAny((byte)'"', (byte)'\\') is >= 0 and var next)
        {
            at += next;
            if (json[at] == (byte)'"')
            {
                return at;
            }

            at += 2;
        }

        return json.Length;
    }
}
