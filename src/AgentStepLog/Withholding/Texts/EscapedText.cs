using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// Reads text character by character that may be escaped for JSON, once or several times (a JSON text within a string of another one). A secret stays the same secret
/// if its <c>+</c> is written as <c>\u002B</c> or its line ends as <c>\n</c>.
/// </summary>
internal static class EscapedText
{
    private const byte NotAscii = 0xFF;

    /// <summary>Reads the character at a place.</summary>
    /// <returns>How many bytes the character takes; 0 at the end.</returns>
    internal static int Read(ReadOnlySpan<byte> text, int at, out byte character)
    {
        if (at >= text.Length)
        {
            character = 0;
            return 0;
        }

        character = text[at];
        return character != (byte)'\\' ? 1 : Escape(text[at..], out character);
    }

    /// <summary>Whether a secret can begin here: the character before is no letter or digit, or is the end of an escape.</summary>
    internal static bool IsBoundary(ReadOnlySpan<byte> text, int at)
    {
        if (at == 0 || !CharSet.Alphanumeric.Contains(text[at - 1]))
        {
            return true;
        }

        var before = text[..at];
        return (before[^1] is (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f' && at > 1 && before[^2] == (byte)'\\')
            || (at > 5 && before[^6] == (byte)'\\' && before[^5] == (byte)'u' && IsHex(before[^4..]))
            || (at > 2 && before[^3] == (byte)'%' && IsHex(before[^2..]));
    }

    internal static bool IsHex(ReadOnlySpan<byte> text)
    {
        foreach (var c in text)
        {
            if (!CharSet.Hex.Contains(c))
            {
                return false;
            }
        }

        return true;
    }

    private static int Escape(ReadOnlySpan<byte> text, out byte character)
    {
        var length = text.IndexOfAnyExcept((byte)'\\');
        if (length < 0)
        {
            character = (byte)'\\';
            return text.Length;
        }

        var read = JsonEscape.Read(text[(length - 1)..], out var meant);
        if (read < 0)
        {
            character = (byte)'\\';
            return length;
        }

        character = meant is { IsAscii: true } ascii ? (byte)ascii.Value : NotAscii;
        return length - 1 + read;
    }
}
