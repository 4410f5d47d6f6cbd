namespace AgentStepLog.Withholding;

/// <summary>Reads values from a text that was meant as JSON and is not: it is cut off, repeats a name, has single quotes, or is in a code fence.</summary>
internal static class LooseText
{
    /// <summary>
    /// The quoted texts, with their escapes decoded, and the runs of digits with the signs between them, in order. An unclosed quote ends with the text.
    /// </summary>
    internal static IEnumerable<string> Pieces(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '"' or '\'')
            {
                var start = ++at;
                at = End(text, start, text[start - 1]);
                yield return Plain(text[start..at]);
            }
            else if (char.IsAsciiDigit(text[at]))
            {
                var start = at;
                while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '-' or '+'))
                {
                    at++;
                }

                yield return text[start..at--];
            }
        }
    }

    private static int End(string text, int at, char quote)
    {
        while (at < text.Length && text[at] != quote)
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at, text.Length);
    }

    private static string Plain(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var layer = new Unescaped();
        return layer.Read(System.Text.Encoding.UTF8.GetBytes(text)) ? System.Text.Encoding.UTF8.GetString(layer.Text) : text;
    }
}
