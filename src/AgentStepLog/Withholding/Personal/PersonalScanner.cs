using System.Buffers;

namespace AgentStepLog.Withholding;

/// <summary>
/// Finds personal data in UTF-8 text, JSON or plain. Personal data has no prefix, unlike other secrets. So the scanner searches for a digit, <c>@</c>, <c>:</c> or
/// <c>=</c>, as far as the requested kinds have one, and checks the text around it.
/// </summary>
internal sealed class PersonalScanner
{
    /// <summary>The bytes of the shortest text that is found: <c>a@b.cd</c>.</summary>
    internal const int Shortest = 6;

    private const PersonalData WithDigits = PersonalData.PaymentCard | PersonalData.Iban | PersonalData.Phone | PersonalData.UsSsn | PersonalData.IPv4;

    // How many bytes are searched from a place within a joined text: enough for all but the longest values of each kind.
    private const int Reach = 128;

    private readonly PersonalData _kinds;
    private readonly SearchValues<byte> _signs;

    internal PersonalScanner(PersonalData kinds)
    {
        _kinds = kinds;
        _signs = SearchValues.Create(
        [
            .. (kinds & WithDigits) != 0 ? "0123456789"u8 : [],
            .. Has(PersonalData.Email) ? "@"u8 : [],
            .. Has(PersonalData.IPv6) || Has(PersonalData.UrlUserInfo) ? ":"u8 : [],
            .. Has(PersonalData.ConnectionPassword) ? "="u8 : [],
        ]);
    }

    /// <summary>Adds the personal data of a text. Afterwards the matches are in order and do not overlap.</summary>
    internal void Find(ReadOnlySpan<byte> text, ref List<SecretMatch>? matches)
    {
        List<SecretMatch>? found = null;
        for (var at = 0; at < text.Length && text[at..].IndexOfAny(_signs) is >= 0 and var next;)
        {
            at += next;
            var end = text[at] switch
            {
                (byte)'@' => Email.Match(text, at, ref found),
                (byte)':' => Colon(text, at, ref found),
                (byte)'=' => ConnectionPassword.Match(text, at, ref found),
                _ => Digits(text, at, ref found),
            };
            at = Math.Max(at + 1, end);
        }

        if (found is not null)
        {
            matches = SplitSecrets.Merged([.. matches ?? [], .. found]);
        }
    }

    /// <summary>Adds the value that begins at a place, whatever character stands before it.</summary>
    internal void FindAt(ReadOnlySpan<byte> text, int place, ref List<SecretMatch>? matches)
    {
        List<SecretMatch>? found = null;
        Find(text.Slice(place, Math.Min(Reach, text.Length - place)), ref found);
        if (found is [{ Start: 0 } first, ..])
        {
            (matches ??= []).Add(first with { Start = place, End = place + first.End });
        }
    }

    private bool Has(PersonalData kind) => (_kinds & kind) != 0;

    private int Colon(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? found)
    {
        var end = Has(PersonalData.UrlUserInfo) ? UrlUserInfo.Match(text, at, ref found) : 0;
        return end > 0 || !Has(PersonalData.IPv6) ? end : IPv6.Match(text, at, ref found);
    }

    // Called at the first digit of a run. The rest of the run is not searched again.
    private int Digits(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? found)
    {
        var plus = -1;
        if (PersonalText.EscapeAround(text, at) is > 0 and var behind)
        {
            // The digits of an escape are no number. A number may begin after the escape, and the escape may be its plus sign.
            if (behind >= text.Length || text[behind] is < (byte)'0' or > (byte)'9')
            {
                return behind;
            }

            plus = PersonalText.IsEscapedPlus(text, behind) ? PersonalText.StartOfEscape(text, behind) : -1;
            at = behind;
        }
        else if (at > 0 && text[at - 1] == (byte)'+')
        {
            plus = at - 1;
        }

        var end = at + PersonalText.Run(text[at..]);
        var match = plus >= 0 && Has(PersonalData.Phone) ? Phone.Match(text, plus, at, ref found) : 0;
        match = match == 0 && Has(PersonalData.Iban) ? Iban.Match(text, at, ref found) : match;
        match = match == 0 && Has(PersonalData.PaymentCard) ? PaymentCard.Match(text, at, end, ref found) : match;
        match = match == 0 && Has(PersonalData.UsSsn) ? UsSsn.Match(text, at, end, ref found) : match;
        match = match == 0 && Has(PersonalData.IPv4) ? IPv4.Match(text, at, end, ref found) : match;
        return Math.Max(match, end);
    }
}
