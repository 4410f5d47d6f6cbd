namespace AgentStepLog.Withholding;

/// <summary>
/// A private key between its armor lines, encrypted or not. A key that was cut off is withheld as far as it goes. A key whose lines are items of an array is withheld
/// in each item. Armor without a key, as in code that searches for keys, is not withheld.
/// </summary>
internal sealed class PemPattern() : SecretPattern("private-key", "-----BEGIN ")
{
    private const int MaxLabel = 40;
    private const int MaxHeaders = 8;

    // Shorter than a line of a key, and longer than a word.
    private const int Line = 24;

    private static readonly CharSet s_space = CharSet.Of(" \n\r\t");
    private static readonly CharSet s_label = CharSet.Upper + "0123456789 ";

    internal override bool NeedsBoundary => false;

    internal override int Match(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? matches)
    {
        var label = at + Prefix.Length;
        var end = label;
        Run(text, ref end, s_label, MaxLabel);
        if (text[label..end].IndexOf("PRIVATE KEY"u8) < 0 || !Dashes(text, ref end))
        {
            return 0;
        }

        List<SecretMatch>? parts = null;
        end = Body(text, at, end, ref parts, out var characters);
        if (characters < Line)
        {
            return 0;
        }

        (matches ??= []).AddRange(parts!);
        return end;
    }

    private int Body(ReadOnlySpan<byte> text, int start, int at, ref List<SecretMatch>? parts, out int characters)
    {
        characters = 0;
        var last = Line;
        var headers = 0;
        var end = at;
        while (true)
        {
            Run(text, ref at, s_space, int.MaxValue);
            if (text[at..].StartsWith("-----END "u8))
            {
                at += "-----END ".Length;
                Run(text, ref at, s_label, MaxLabel);
                Dashes(text, ref at);
                return Found(ref parts, start, at);
            }

            if (text[at..].StartsWith("\",\""u8))
            {
                // The next line of the key is the next item of the array.
                Found(ref parts, start, at);
                start = end = at += 3;
                continue;
            }

            var word = at;
            var length = Run(text, ref at, CharSet.Base64, int.MaxValue);
            if (EscapedText.Read(text, at, out var c) > 0 && c is (byte)':' or (byte)'-' && characters == 0 && headers++ < MaxHeaders)
            {
                Header(text, ref at);
                continue;
            }

            // The last line of a key that was cut off may be short. The words after it are all short.
            if (length == 0 || (length < Line && (last < Line || characters == 0) && text[word] != (byte)'='))
            {
                return end > start ? Found(ref parts, start, end) : end;
            }

            characters += length;
            last = length;
            end = at;
        }
    }

    private static void Header(ReadOnlySpan<byte> text, ref int at)
    {
        while (EscapedText.Read(text, at, out var c) is > 0 and var length && c is not ((byte)'\n' or (byte)'"'))
        {
            at += length;
        }
    }

    private static bool Dashes(ReadOnlySpan<byte> text, ref int at)
    {
        if (!text[at..].StartsWith("-----"u8))
        {
            return false;
        }

        at += 5;
        return true;
    }
}
