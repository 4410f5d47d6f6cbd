namespace AgentStepLog;

/// <summary>The characters that a secret has after its prefix.</summary>
public enum SecretAlphabet
{
    /// <summary><c>A–Z a–z 0–9</c>.</summary>
    Alphanumeric,

    /// <summary><c>0–9 a–f A–F</c>.</summary>
    Hex,

    /// <summary><c>A–Z 2–7</c>.</summary>
    Base32,

    /// <summary><c>A–Z a–z 0–9 + / =</c>.</summary>
    Base64,

    /// <summary><c>A–Z a–z 0–9 - _</c>.</summary>
    Base64Url,

    /// <summary><c>A–Z a–z 0–9 - _ . ~ + / =</c>: the characters allowed after <c>Bearer</c> (<c>token68</c> of RFC 9110).</summary>
    Token68,
}
