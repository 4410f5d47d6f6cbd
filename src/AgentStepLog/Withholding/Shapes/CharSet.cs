namespace AgentStepLog.Withholding;

/// <summary>A set of ASCII characters.</summary>
internal readonly record struct CharSet(ulong Low, ulong High)
{
    internal static CharSet Digits { get; } = Of("0123456789");

    internal static CharSet LowerHex { get; } = Digits + "abcdef";

    internal static CharSet Hex { get; } = LowerHex + "ABCDEF";

    internal static CharSet Upper { get; } = Of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    internal static CharSet Base32 { get; } = Upper + "234567";

    internal static CharSet LowerBase32 { get; } = Of("abcdefghijklmnopqrstuvwxyz234567");

    internal static CharSet LowerAlphanumeric { get; } = Digits + "abcdefghijklmnopqrstuvwxyz";

    internal static CharSet Alphanumeric { get; } = LowerAlphanumeric + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    internal static CharSet Base64 { get; } = Alphanumeric + "+/=";

    internal static CharSet Base64Url { get; } = Alphanumeric + "-_";

    internal static CharSet Dotted { get; } = Base64Url + ".";

    internal static CharSet Token68 { get; } = Dotted + "~+/=";

    internal static CharSet Of(SecretAlphabet alphabet) => alphabet switch
    {
        SecretAlphabet.Hex => Hex,
        SecretAlphabet.Base32 => Base32,
        SecretAlphabet.Base64 => Base64,
        SecretAlphabet.Base64Url => Base64Url,
        SecretAlphabet.Token68 => Token68,
        _ => Alphanumeric,
    };

    internal static CharSet Of(string characters) => default(CharSet) + characters;

    public static CharSet operator +(CharSet set, string characters)
    {
        var (low, high) = set;
        foreach (var c in characters)
        {
            low |= c < 64 ? 1UL << c : 0;
            high |= c < 64 ? 0 : 1UL << (c - 64);
        }

        return new(low, high);
    }

    internal bool Contains(byte c) => c < 128 && ((c < 64 ? Low : High) >> (c & 63) & 1) != 0;
}
