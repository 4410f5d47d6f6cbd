using System.Globalization;
using System.Text;

namespace AgentStepLog.Records;

/// <summary>
/// Makes foreign text safe to show in a message, such as names of files and tools and errors: it is on one line, and has no characters that a terminal interprets.
/// </summary>
internal static class VisibleText
{
    /// <summary>How many UTF-16 units are shown of a text that may be very long.</summary>
    internal const int MaxShown = 80;

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            if (IsHidden(text, i))
            {
                Escape(visible, text[i]);
                if (isPair)
                {
                    Escape(visible, text[++i]);
                }
            }
            else
            {
                visible.Append(text, i, isPair ? 2 : 1);
                i += isPair ? 1 : 0;
            }
        }

        return visible.ToString();
    }

    /// <summary>The beginning of a text from a log. Its secrets were withheld when it was recorded, so it can be cut.</summary>
    public static string Beginning(string text) =>
        text.Length <= MaxShown ? Of(text) : Of(text[..(char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown)] + "…");

    private static void Escape(StringBuilder visible, char c) =>
        visible.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => $"\\u{(int)c:x4}" });

    // Decides by the whole character of a surrogate pair, since Unicode's invisible tag characters are pairs. Half a pair is hidden, too.
    private static bool IsHidden(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
