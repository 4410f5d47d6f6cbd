using System.Text;

namespace AgentStepLog.Json;

/// <summary>Reads the escapes of JSON strings (RFC 8259, section 7). All code that reads escaped strings uses this class.</summary>
internal static class JsonEscape
{
    private const int UnitLength = 6; // \u and four digits

    /// <summary>Reads an escape as the character that it means. An escaped surrogate pair is read as one.</summary>
    /// <param name="text">The text, which begins with the backslash.</param>
    /// <param name="character">The character; null for half a surrogate pair, which is no character.</param>
    /// <returns>How many bytes the escape has: 2, 6 or 12. Where it is no escape, the bitwise complement of the index of the first unexpected byte.</returns>
    public static int Read(ReadOnlySpan<byte> text, out Rune? character)
    {
        var length = Unit(text, out var unit);
        character = null;
        if (length > 0 && !char.IsSurrogate(unit))
        {
            character = new(unit);
        }
        else if (length > 0 && char.IsHighSurrogate(unit) && Unit(text[length..], out var low) > 0 && char.IsLowSurrogate(low))
        {
            character = new(unit, low);
            length += UnitLength;
        }

        return length;
    }

    private static int Unit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = '\0';
        if (text.Length < 2 || text[0] != (byte)'\\')
        {
            return ~Math.Min(text.Length, text is [(byte)'\\', ..] ? 1 : 0);
        }

        if (text[1] == (byte)'u')
        {
            return Digits(text, out unit);
        }

        unit = text[1] switch
        {
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'"' or (byte)'\\' or (byte)'/' => (char)text[1],
            _ => '\0',
        };
        return unit != '\0' ? 2 : ~1;
    }

    private static int Digits(ReadOnlySpan<byte> text, out char unit)
    {
        unit = '\0';
        for (var at = 2; at < UnitLength; at++)
        {
            if (at == text.Length || !char.IsAsciiHexDigit((char)text[at]))
            {
                return ~at;
            }

            var digit = text[at] <= (byte)'9' ? text[at] - '0' : (text[at] | 0x20) - 'a' + 10;
            unit = (char)((unit << 4) | digit);
        }

        return UnitLength;
    }
}
