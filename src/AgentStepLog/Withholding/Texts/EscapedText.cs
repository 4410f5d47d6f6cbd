using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// Reads text that may be escaped for JSON, once or several times over (a JSON text within a string of another one), character by
/// character: a token is the same token with its <c>+</c> as <c>\u002B</c> and its line ends as <c>\n</c>.
/// </summary>
internal static class EscapedText
{
    private const byte NotAscii = 0xFF;

    /// <summary>The character at a place.</summary>
    /// <returns>How many bytes it takes; 0 at the end.</returns>
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

    /// <summary>Whether a token can begin here: after no letter or digit, unless that is the end of an escape.</summary>
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
