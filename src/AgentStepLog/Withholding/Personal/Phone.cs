namespace AgentStepLog.Withholding;

/// <summary>
/// A telephone number of E.164: a plus sign, a country code, and 8 to 15 digits in all. Blanks, hyphens, dots, slashes and parentheses may stand between the digits.
/// </summary>
internal static class Phone
{
    private const int Min = 8;
    private const int Max = 15;

    // The most signs between two digits, as in "+1 (415) 555-2671".
    private const int MaxSigns = 2;

    /// <param name="text">The text.</param>
    /// <param name="plus">The offset of its plus sign.</param>
    /// <param name="at">The offset of its first digit.</param>
    /// <param name="found">Receives the match.</param>
    internal static int Match(ReadOnlySpan<byte> text, int plus, int at, ref List<SecretMatch>? found)
    {
        if (!EscapedText.IsBoundary(text, plus) || (plus > 0 && text[plus - 1] is (byte)'+' or (byte)')' or (byte)']') || !IsCountry(text[at..]))
        {
            return 0;
        }

        // Digits after a blank may be another number, so the longest text that can be one number counts.
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

    // No country code begins with a zero, and these three beginnings are unassigned.
    private static bool IsCountry(ReadOnlySpan<byte> digits) => digits[0] != (byte)'0' && !(digits is [(byte)'2' or (byte)'8', var second, ..]
        && (digits[0], second) is ((byte)'2', (byte)'8') or ((byte)'8', (byte)'3') or ((byte)'8', (byte)'9'));
}
