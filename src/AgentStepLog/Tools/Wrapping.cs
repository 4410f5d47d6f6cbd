namespace AgentStepLog.Tools;

/// <summary>What models put around JSON: a code fence with or without the language's name, and white space that JSON does not know.</summary>
internal static class Wrapping
{
    /// <summary>The text without it; null if there is none. A fence must be closed, and nothing may stand before or behind it.</summary>
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

    // Its name, up to where the line or the word ends.
    private static int Language(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '+' or '-' or '_' or '.'))
        {
            length++;
        }

        // What is itself a value is none.
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

    // A byte order mark too, and what takes no room.
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';
}
