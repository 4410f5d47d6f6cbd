namespace AgentStepLog.Withholding;

/// <summary>
/// The number of a payment card: the first digits of an issuer, a length that this issuer uses, and the Luhn digit. It is one run of digits, or has the groups that are
/// printed on cards.
/// </summary>
internal static class PaymentCard
{
    private const int Max = 19;

    private static readonly int[][] s_groups = [[4, 4, 4, 4, 3], [4, 4, 4, 4], [4, 6, 5], [4, 6, 4]];

    /// <param name="text">The text.</param>
    /// <param name="start">The offset of the first digit of a run.</param>
    /// <param name="end">The offset after the run.</param>
    /// <param name="found">Receives the match.</param>
    internal static int Match(ReadOnlySpan<byte> text, int start, int end, ref List<SecretMatch>? found)
    {
        if (!(end - start is 4 or (>= 13 and <= Max)) || !PersonalText.BeginsAt(text, start))
        {
            return 0;
        }

        if (end - start > 4)
        {
            return PersonalText.EndsAt(text, end) && IsCard(text[start..end]) ? Found(ref found, start, end) : 0;
        }

        Span<byte> digits = stackalloc byte[Max];
        foreach (var groups in s_groups)
        {
            if (InGroups(text, start, groups, digits, out var count) is > 0 and var last && PersonalText.EndsAt(text, last) && IsCard(digits[..count]))
            {
                return Found(ref found, start, last);
            }
        }

        return 0;
    }

    private static int Found(ref List<SecretMatch>? found, int start, int end)
    {
        PersonalText.Add(ref found, start, end, "payment-card");
        return end;
    }

    private static int InGroups(ReadOnlySpan<byte> text, int at, int[] groups, Span<byte> digits, out int count)
    {
        count = 0;
        byte separator = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            if (i > 0)
            {
                var length = PersonalText.Separator(text, at, out var kind);
                if (length == 0 || kind == (byte)'.' || (i > 1 && kind != separator))
                {
                    return 0;
                }

                separator = kind;
                at += length;
            }

            if (PersonalText.Run(text[at..]) != groups[i])
            {
                return 0;
            }

            text.Slice(at, groups[i]).CopyTo(digits[count..]);
            count += groups[i];
            at += groups[i];
        }

        return at;
    }

    private static bool IsCard(ReadOnlySpan<byte> digits) => IsIssued(digits) && HasLuhnDigit(digits);

    private static bool IsIssued(ReadOnlySpan<byte> digits)
    {
        var first = 0;
        foreach (var digit in digits[..6])
        {
            first = (10 * first) + digit - '0';
        }

        return (first / 10_000, first / 100, digits.Length) switch
        {
            ( >= 40 and <= 49, _, 13 or 16 or 19) => true, // Visa
            ( >= 51 and <= 55, _, 16) or (_, >= 2221 and <= 2720, 16) => true, // Mastercard
            (34 or 37, _, 15) => true, // American Express
            (65, _, >= 16) or (_, 6011 or (>= 6440 and <= 6499), >= 16) => true, // Discover
            (36 or 38 or 39, _, 14 or 16 or 19) or (_, >= 3000 and <= 3059, 14 or 16) => true, // Diners Club
            (_, >= 3528 and <= 3589, >= 16) => true, // JCB
            (62, _, >= 16) => true, // UnionPay
            (_, 5018 or 5020 or 5038 or 5893 or 6304 or 6759 or 6761 or 6762 or 6763, _) => true, // Maestro
            (_, >= 2200 and <= 2204, >= 16) => true, // Mir
            (_, 6060 or 6521 or 6522 or 8170, 16) => true, // RuPay
            _ => false,
        };
    }

    private static bool HasLuhnDigit(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : (2 * digit) - 9;
        }

        return sum % 10 == 0;
    }
}
