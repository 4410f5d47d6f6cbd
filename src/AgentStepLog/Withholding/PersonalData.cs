namespace AgentStepLog;

/// <summary>
/// Kinds of personal data that a log can find by their form, wherever they appear in recorded values. A log searches only for the kinds that are named.
/// </summary>
[Flags]
public enum PersonalData
{
    /// <summary>The log searches for no personal data.</summary>
    None = 0,

    /// <summary>Email addresses: <c>[redacted:email]</c>.</summary>
    Email = 1,

    /// <summary>Numbers of payment cards, recognized by an issuer's first digits and by the Luhn digit: <c>[redacted:payment-card]</c>.</summary>
    PaymentCard = 2,

    /// <summary>International bank account numbers, recognized by the length for their country and by the check digits: <c>[redacted:iban]</c>.</summary>
    Iban = 4,

    /// <summary>Telephone numbers in the international form of E.164, with <c>+</c> and a country's code: <c>[redacted:phone]</c>.</summary>
    Phone = 8,

    /// <summary>Social security numbers of the United States, in groups of three, two and four: <c>[redacted:us-ssn]</c>.</summary>
    UsSsn = 16,

    /// <summary>IPv4 addresses, except those that identify no single machine (0/8, 127/8, 255.255.255.255): <c>[redacted:ipv4]</c>.</summary>
    IPv4 = 32,

    /// <summary>IPv6 addresses, except <c>::</c> and <c>::1</c>: <c>[redacted:ipv6]</c>.</summary>
    IPv6 = 64,

    /// <summary>Passwords of connection strings: <c>[redacted:connection-password]</c>.</summary>
    ConnectionPassword = 128,

    /// <summary>The user and the password before the host of a URL: <c>[redacted:url-userinfo]</c>.</summary>
    UrlUserInfo = 256,

    /// <summary>All kinds above.</summary>
    All = Email | PaymentCard | Iban | Phone | UsSsn | IPv4 | IPv6 | ConnectionPassword | UrlUserInfo,
}
