using System.Collections.Frozen;

namespace AgentStepLog.Withholding;

/// <summary>
/// An international bank account number: the letters of a country, two check digits (modulo 97), and as many characters as that country has. A blank or a hyphen may
/// follow each four characters.
/// </summary>
internal static class Iban
{
    private const int Group = 4;
    private const int Longest = 34;

    // The lengths are those of ISO 13616, the registry of August 2025.
    private static readonly FrozenDictionary<string, int> s_lengths = (
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 "
        + "HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 "
        + "PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
        .Split(' ').ToFrozenDictionary(static entry => entry[..2], static entry => int.Parse(entry.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <param name="text">The text.</param>
    /// <param name="check">The offset of the first digit of a run.</param>
    /// <param name="found">Receives the match.</param>
    internal static int Match(ReadOnlySpan<byte> text, int check, ref List<SecretMatch>? found)
    {
        if (check < 2 || !PersonalText.IsLetter(text[check - 1]) || !PersonalText.IsLetter(text[check - 2]) || !EscapedText.IsBoundary(text, check - 2)
            || !s_lengths.TryGetValue($"{(char)(text[check - 2] & ~0x20)}{(char)(text[check - 1] & ~0x20)}", out var length))
        {
            return 0;
        }

        Span<byte> characters = stackalloc byte[Longest];
        var at = check - 2;
        var isGrouped = false;
        for (var i = 0; i < length; i++)
        {
            if (i > 0 && i % Group == 0)
            {
                var separator = PersonalText.Separator(text, at, out var kind);
                separator = kind == (byte)'.' ? 0 : separator;
                if (i == Group)
                {
                    isGrouped = separator > 0;
                }
                else if (isGrouped != separator > 0)
                {
                    return 0; // a GUID has this form
                }

                at += separator;
            }

            if (at >= text.Length || !CharSet.Alphanumeric.Contains(text[at]))
            {
                return 0;
            }

            characters[i] = text[at++];
        }

        if (!PersonalText.EndsAt(text, at) || !PersonalText.IsDigit(characters[3]) || Remainder(characters[..length]) != 1)
        {
            return 0;
        }

        PersonalText.Add(ref found, check - 2, at, "iban");
        return at;
    }

    // The check puts the first four characters last, and counts a letter as a number from 10 to 35.
    private static int Remainder(ReadOnlySpan<byte> characters)
    {
        var remainder = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var c = characters[(i + Group) % characters.Length];
            remainder = PersonalText.IsDigit(c) ? ((10 * remainder) + c - '0') % 97 : ((100 * remainder) + (c & ~0x20) - 'A' + 10) % 97;
        }

        return remainder;
    }
}
