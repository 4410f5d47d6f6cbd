namespace AgentStepLog;

/// <summary>Kinds of personal data that a log can look for by their form, wherever they appear in what is recorded. None is looked for unless it is named.</summary>
[Flags]
public enum PersonalData
{
    /// <summary>Nothing is looked for.</summary>
    None = 0,

    /// <summary>Addresses of email: <c>[redacted:email]</c>.</summary>
    Email = 1,

    /// <summary>Numbers of payment cards, by the issuers' beginnings and the Luhn digit: <c>[redacted:payment-card]</c>.</summary>
    PaymentCard = 2,

    /// <summary>International bank account numbers, by the length of their country and the check digits: <c>[redacted:iban]</c>.</summary>
    Iban = 4,

    /// <summary>Telephone numbers in the international form of E.164, with <c>+</c> and a country's code: <c>[redacted:phone]</c>.</summary>
    Phone = 8,

    /// <summary>Social security numbers of the United States, in groups of three, two and four: <c>[redacted:us-ssn]</c>.</summary>
    UsSsn = 16,

    /// <summary>Addresses of IPv4 but those that name no machine of anybody's (0/8, 127/8, 255.255.255.255): <c>[redacted:ipv4]</c>.</summary>
    IPv4 = 32,

    /// <summary>Addresses of IPv6 but <c>::</c> and <c>::1</c>: <c>[redacted:ipv6]</c>.</summary>
    IPv6 = 64,

    /// <summary>Passwords of connection strings: <c>[redacted:connection-password]</c>.</summary>
    ConnectionPassword = 128,

    /// <summary>User and password before the host of an address: <c>[redacted:url-userinfo]</c>.</summary>
    UrlUserInfo = 256,

    /// <summary>All of these.</summary>
    All = Email | PaymentCard | Iban | Phone | UsSsn | IPv4 | IPv6 | ConnectionPassword | UrlUserInfo,
}
