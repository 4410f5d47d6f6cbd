using System.Globalization;
using System.Text;

namespace RepoAgents.Printing;

/// <summary>
/// Text made safe for a terminal. A file's text, a model's answer or an error may hold characters that move the cursor,
/// change colours or turn the direction of writing; they are shown as <c>\u{202E}</c>, not obeyed.
/// </summary>
internal static class Printable
{
    /// <summary>One line: line breaks and tabs are shown escaped, too.</summary>
    public static string Line(string text) => Escape(text, static _ => false);

    /// <summary>Several lines: LF and tab stay.</summary>
    public static string Block(string text) => Escape(text.ReplaceLineEndings("\n"), static c => c is '\n' or '\t');

    /// <summary>One line, cut to a length.</summary>
    public static string Line(string text, int length)
    {
        var line = Line(text);
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, length - (char.IsHighSurrogate(line[length - 2]) ? 2 : 1)), "…");
    }

    private static string Escape(string text, Func<char, bool> allowed)
    {
        var escaped = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var whole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (whole && ((rune.IsBmp && allowed((char)rune.Value)) || IsShown(rune)))
            {
                escaped.Append(rest[..length]);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{{{(whole ? rune.Value : rest[0]):X4}}}");
            }

            rest = rest[length..];
        }

        return escaped.ToString();
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
