using System.Globalization;
using System.Text;
using AgentStepLog.Redacting;

namespace AgentStepLog.Capture;

/// <summary>Text of a stranger's within a message: for a model short, so that it cannot fill the model's window, and always on one line.</summary>
internal static class ShownText
{
    private const int MaxShown = 80;

    public static string Of(string text, int most = MaxShown)
    {
        var shown = Shorten(text, most);
        if (!shown.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return shown;
        }

        var visible = new StringBuilder(shown.Length + 8);
        for (var i = 0; i < shown.Length; i++)
        {
            var isPair = char.IsSurrogatePair(shown, i);
            if (IsHidden(shown, i))
            {
                Escape(visible, shown[i]);
                if (isPair)
                {
                    Escape(visible, shown[++i]);
                }
            }
            else
            {
                visible.Append(shown, i, isPair ? 2 : 1);
                i += isPair ? 1 : 0;
            }
        }

        return visible.ToString();
    }

    /// <summary>The whole of a text in which names of files, or what a log says, may stand: on one line, and with nothing in it that a terminal obeys.</summary>
    public static string Line(string text) => Of(text, int.MaxValue);

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        return AmbientTokens.Beginning(text, most) + "…";
    }

    private static void Escape(StringBuilder visible, char c) =>
        visible.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => $"\\u{(int)c:x4}" });

    // Of a pair, what the two stand for: the tags of Unicode are no more seen than a line's end. Half a pair is no text.
    private static bool IsHidden(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
