using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>
/// Whether a short value stands in a text by itself. A value of fewer than eight characters is often a part of other words and numbers: <c>1234</c> is not found in
/// <c>91234</c>, <c>x1234</c> or <c>1234.5</c>, and <c>Anna</c> is not found in <c>Annapolis</c>. A longer value is found anywhere.
/// </summary>
internal static class WordBounds
{
    /// <summary>The fewest characters of a value that is found anywhere, even within a word.</summary>
    internal const int Long = 8;

    internal static bool Holds(ReadOnlySpan<byte> text, int start, int end) =>
        IsLong(text[start..end]) || (!IsPartBefore(text, start) && !IsPartAfter(text, end));

    internal static bool IsLong(ReadOnlySpan<byte> value) => value.Length >= Long && (value.Length >= 4 * Long || Characters(value) >= Long);

    private static bool IsPartBefore(ReadOnlySpan<byte> text, int start)
    {
        if (start == 0 || !IsWord(First(text[start..])))
        {
            return false;
        }

        // In 0.1234, the point is a part of the number.
        return IsWord(Last(text[..start])) || (text[start - 1] == (byte)'.' && start > 1 && IsDigit(text[start - 2]) && IsDigit(text[start]));
    }

    private static bool IsPartAfter(ReadOnlySpan<byte> text, int end)
    {
        if (end == text.Length || !IsWord(Last(text[..end])))
        {
            return false;
        }

        return IsWord(First(text[end..])) || (text[end] == (byte)'.' && end + 1 < text.Length && IsDigit(text[end + 1]) && IsDigit(text[end - 1]));
    }

    private static int Characters(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
        {
            count += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1; // UTF-16 units, as a string counts them
        }

        return count;
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune);

    private static Rune First(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out var rune, out _);
        return rune;
    }

    private static Rune Last(ReadOnlySpan<byte> text)
    {
        Rune.DecodeLastFromUtf8(text, out var rune, out _);
        return rune;
    }
}
