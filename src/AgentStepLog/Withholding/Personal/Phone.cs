namespace AgentStepLog.Withholding;

/// <summary>A telephone number of E.164: a plus, the code of a country, 8 to 15 digits in all, parted by blanks, hyphens, dots, slashes and parentheses or not.</summary>
internal static class Phone
{
    private const int Min = 8;
    private const int Max = 15;

    // As in "+1 (415) 555-2671".
    private const int MaxSigns = 2;

    /// <param name="text">The text.</param>
    /// <param name="plus">Where its plus begins.</param>
    /// <param name="at">Where its first digit is.</param>
    /// <param name="found">Takes it.</param>
    internal static int Match(ReadOnlySpan<byte> text, int plus, int at, ref List<SecretMatch>? found)
    {
        if (!EscapedText.IsBoundary(text, plus) || (plus > 0 && text[plus - 1] is (byte)'+' or (byte)')' or (byte)']') || !IsCountry(text[at..]))
        {
            return 0;
        }

        // What follows after a blank may be another number: the longest that can be one counts.
        var (count, end) = (0, 0);
        while (at < text.Length && PersonalText.Run(text[at..]) is > 0 and var run && count + run <= Max)
        {
            count += run;
            at += run;
            end = count >= Min && PersonalText.EndsAt(text, at) ? at : end;
            for (var signs = 0; signs < MaxSigns && Sign(text, at) is > 0 and var length; signs++)
            {
                at += length;
            }
        }

        if (end > 0)
        {
            PersonalText.Add(ref found, plus, end, "phone");
        }

        return end;
    }

    private static int Sign(ReadOnlySpan<byte> text, int at) =>
        at < text.Length && text[at] is (byte)'(' or (byte)')' or (byte)'/' ? 1 : PersonalText.Separator(text, at, out _);

    // None begins with a zero, and these three beginnings are kept free.
    private static bool IsCountry(ReadOnlySpan<byte> digits) => digits[0] != (byte)'0' && !(digits is [(byte)'2' or (byte)'8', var second, ..]
        && (digits[0], second) is ((byte)'2', (byte)'8') or ((byte)'8', (byte)'3') or ((byte)'8', (byte)'9'));
}
