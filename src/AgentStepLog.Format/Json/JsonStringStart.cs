namespace AgentStepLog.Json;

/// <summary>Cuts escaped JSON text between two characters, and never within an escape.</summary>
internal static class JsonStringStart
{
    /// <summary>The beginning of a JSON string's content that has at most this many UTF-16 units.</summary>
    internal static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> escaped, int units)
    {
        var at = 0;
        while (at < escaped.Length)
        {
            var (length, weight) = Next(escaped[at..]);
            if (weight > units)
            {
                break;
            }

            units -= weight;
            at += length;
        }

        return escaped[..at];
    }

    private static (int Length, int Units) Next(ReadOnlySpan<byte> text)
    {
        if (text[0] == (byte)'\\')
        {
            return (JsonEscape.Read(text, out var character), character?.Utf16SequenceLength ?? 1);
        }

        return text[0] switch
        {
            < 0x80 => (1, 1),
            < 0xE0 => (2, 1),
            < 0xF0 => (3, 1),
            _ => (4, 2),
        };
    }
}
