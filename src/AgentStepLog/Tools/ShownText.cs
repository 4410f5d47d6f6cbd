using System.Globalization;
using System.Text;
using AgentStepLog.Redacting;

namespace AgentStepLog.Capture;

/// <summary>Text of a model's within a message for it: short, so that it cannot fill the model's window, and on one line.</summary>
internal static class ShownText
{
    private const int MaxShown = 80;

    public static string Of(string text, int most = MaxShown)
    {
        var shown = Shorten(text, most);
        if (!shown.AsSpan().ContainsAnyExceptInRange(' ', '~') || !shown.Any(IsHidden))
        {
            return shown;
        }

        var visible = new StringBuilder(shown.Length + 8);
        foreach (var c in shown)
        {
            if (IsHidden(c))
            {
                visible.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => $"\\u{(int)c:x4}" });
            }
            else
            {
                visible.Append(c);
            }
        }

        return visible.ToString();
    }

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        return AmbientTokens.Beginning(text, most) + "…";
    }

    private static bool IsHidden(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
