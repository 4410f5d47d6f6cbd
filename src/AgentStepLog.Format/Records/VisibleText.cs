using System.Globalization;
using System.Text;

namespace AgentStepLog.Records;

/// <summary>A stranger's text within a message, as names of files, tools and errors are: on one line, and with nothing in it that a terminal obeys.</summary>
internal static class VisibleText
{
    /// <summary>How many UTF-16 units are shown of a text that could fill a screen.</summary>
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

    /// <summary>The beginning of a text that comes from a log, from which nothing need be withheld any more before it is cut.</summary>
    public static string Beginning(string text) =>
        text.Length <= MaxShown ? Of(text) : Of(text[..(char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown)] + "…");

    private static void Escape(StringBuilder visible, char c) =>
        visible.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => $"\\u{(int)c:x4}" });

    // Of a pair, what the two stand for: the tags of Unicode are no more seen than a line's end. Half a pair is no text.
    private static bool IsHidden(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
