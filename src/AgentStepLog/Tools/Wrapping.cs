namespace AgentStepLog.Tools;

/// <summary>Removes the wrapping that models put around JSON: a code fence with or without the language's name, and white space that JSON does not allow.</summary>
internal static class Wrapping
{
    /// <summary>The text without its wrapping; null if it has none. A fence must be closed, and must be the whole text.</summary>
    public static string? Inside(string text)
    {
        var inner = Trim(text);
        var fence = inner.Length - inner.TrimStart('`').Length;
        if (fence == 0)
        {
            return inner.Length == text.Length ? null : inner.ToString();
        }

        if (inner.Length < 2 * fence || inner[^fence..].IndexOfAnyExcept('`') >= 0 || inner[^(fence + 1)] == '`')
        {
            return null;
        }

        inner = inner[fence..^fence];
        return Trim(inner[Language(inner)..]).ToString();
    }

    // The length of the language's name, which ends with the line or the word.
    private static int Language(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '+' or '-' or '_' or '.'))
        {
            length++;
        }

        // A word at the end of the text is the value itself, and no name.
        return length < text.Length && char.IsAsciiLetter(text[0]) && (char.IsWhiteSpace(text[length]) || text[length] == '{') ? length : 0;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && IsSpace(text[0]))
        {
            text = text[1..];
        }

        while (text.Length > 0 && IsSpace(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    // Byte order marks and zero-width spaces count as well.
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';
}
