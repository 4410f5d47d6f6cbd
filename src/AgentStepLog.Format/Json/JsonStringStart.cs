using System.Globalization;

namespace AgentStepLog.Json;

/// <summary>Cuts escaped JSON text where neither an escape nor a character is torn apart.</summary>
internal static class JsonStringStart
{
    /// <summary>The beginning of a JSON string's inside that holds at most so many UTF-16 units.</summary>
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
            return text[1] != (byte)'u' ? (2, 1) : IsHighSurrogate(text[2..6]) ? (12, 2) : (6, 1);
        }

        return text[0] switch
        {
            < 0x80 => (1, 1),
            < 0xE0 => (2, 1),
            < 0xF0 => (3, 1),
            _ => (4, 2),
        };
    }

    // The writer escapes no lone surrogate, so the other half follows.
    private static bool IsHighSurrogate(ReadOnlySpan<byte> hex) =>
        ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) && char.IsHighSurrogate((char)unit);
}
