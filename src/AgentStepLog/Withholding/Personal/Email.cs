namespace AgentStepLog.Withholding;

/// <summary>
/// An email address, found by its <c>@</c>. It has the forms that people use, and not all forms of RFC 5322. Letters of Latin, Greek, Cyrillic and other alphabets of
/// two bytes count.
/// </summary>
internal static class Email
{
    private const int MaxLocal = 64;
    private const int MaxDomain = 253;
    private const int MaxTop = 24;

    private static readonly CharSet s_local = CharSet.Alphanumeric + "._%+-'~&";

    internal static int Match(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? found)
    {
        var start = Local(text, at);
        return start < at && Domain(text, at + 1) is > 0 and var end ? Found(ref found, start, end) : 0;
    }

    private static int Found(ref List<SecretMatch>? found, int start, int end)
    {
        PersonalText.Add(ref found, start, end, "email");
        return end;
    }

    // Reads backwards, so it must recognize an escape before it takes the escape's digits for letters.
    private static int Local(ReadOnlySpan<byte> text, int at)
    {
        var first = at; // the start of the last letter or digit: an address begins with one
        var start = at;
        for (var count = 0; count < MaxLocal && start > 0; count++)
        {
            var length = Before(text, start, out var c);
            if (length == 0 || !(s_local.Contains(c) || c >= 0x80))
            {
                break;
            }

            start -= length;
            first = c >= 0x80 || CharSet.Alphanumeric.Contains(c) || c == (byte)'_' ? start : first;
        }

        return first;
    }

    // Reads the character that ends at a place; 0x80 for a letter of two bytes.
    private static int Before(ReadOnlySpan<byte> text, int end, out byte character)
    {
        character = text[end - 1];
        if (end >= 6 && text[end - 5] == (byte)'u' && text[end - 6] == (byte)'\\' && EscapedText.IsHex(text[(end - 4)..end]))
        {
            var start = PersonalText.StartOfEscape(text, end);
            EscapedText.Read(text, start, out character);
            return character < 0x80 ? end - start : 0;
        }

        if (end > 1 && text[end - 2] == (byte)'\\')
        {
            return 0; // the end of a line, or another escape
        }

        if (character < 0x80)
        {
            return 1;
        }

        return end > 1 && text[end - 2] is >= 0xC3 and <= 0xDF && (character & 0xC0) == 0x80 ? 2 : 0;
    }

    private static int Domain(ReadOnlySpan<byte> text, int start)
    {
        var (end, labels, numeric) = (0, 0, 0);
        for (var at = start; at < text.Length && at - start <= MaxDomain;)
        {
            var label = Label(text, at);
            if (label == at)
            {
                break;
            }

            labels++;
            numeric += labels <= 2 && PersonalText.Run(text[at..label]) == label - at ? 1 : 0;
            end = labels > 1 && IsTop(text[at..label]) ? label : end;
            if (label >= text.Length || text[label] != (byte)'.')
            {
                break;
            }

            at = label + 1;
        }

        // True for a version, as in package@1.0.0-rc.final, and for a picture, as in icon@2x.png.
        return end == 0 || numeric > 1 || text[start..end] is [>= (byte)'1' and <= (byte)'9', (byte)'x', (byte)'.', ..] ? 0 : end;
    }

    private static int Label(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length)
        {
            if (CharSet.Alphanumeric.Contains(text[end]) || (text[end] == (byte)'-' && end > at && end + 1 < text.Length && CharSet.Base64Url.Contains(text[end + 1])))
            {
                end++;
            }
            else if (text[end] is >= 0xC3 and <= 0xDF && end + 1 < text.Length && (text[end + 1] & 0xC0) == 0x80)
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool IsTop(ReadOnlySpan<byte> label)
    {
        if (label.Length is < 2 or > MaxTop)
        {
            return false;
        }

        if (label.StartsWith("xn--"u8))
        {
            return true;
        }

        foreach (var c in label)
        {
            if (c < 0x80 && !PersonalText.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }
}
