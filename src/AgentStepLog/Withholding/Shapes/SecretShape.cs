using AgentStepLog.Withholding;

namespace AgentStepLog;

/// <summary>
/// A shape of secret of your own: what it begins with, and what follows. It is found where the character before it is no letter or digit,
/// and withheld as far as its alphabet goes.
/// </summary>
public sealed record SecretShape
{
    /// <summary>Describes a shape.</summary>
    /// <param name="kind">What it is called in the log, <c>[redacted:kind]</c>: up to 64 of <c>a–z 0–9 . _ -</c>.</param>
    /// <param name="prefix">What it begins with, as it is written: 3 to 64 of ASCII letters, digits and <c>- _ . : = / ~ +</c>.</param>
    /// <param name="alphabet">What follows the prefix.</param>
    /// <param name="minLength">How many characters of the alphabet follow at least: 8 or more.</param>
    /// <param name="maxLength">How many at most; a longer run is no such token. Default: any number.</param>
    /// <exception cref="ArgumentException">A kind or prefix that is not as described.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown alphabet, a length below 8, or a maximum below the minimum.</exception>
    public SecretShape(string kind, string prefix, SecretAlphabet alphabet, int minLength, int? maxLength = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(prefix);
        if (kind.Length is 0 or > 64 || !kind.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-'))
        {
            throw new ArgumentException($"The kind of a token is 1 to 64 of a-z, 0-9, '.', '_' and '-', such as \"acme-key\"; \"{kind}\" is not.", nameof(kind));
        }

        if (prefix.Length is < 3 or > 64 || !prefix.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:=/~+".Contains(c, StringComparison.Ordinal)))
        {
            throw new ArgumentException("A token's prefix is 3 to 64 ASCII letters, digits and - _ . : = / ~ +. A shorter one would be found everywhere.", nameof(prefix));
        }

        if (!Enum.IsDefined(alphabet))
        {
            throw new ArgumentOutOfRangeException(nameof(alphabet), alphabet, "Unknown alphabet.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(minLength, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength ?? minLength, minLength, nameof(maxLength));
        (Kind, Prefix, Alphabet, MinLength, MaxLength) = (kind, prefix, alphabet, minLength, maxLength);
    }

    /// <summary>What it is called in the log.</summary>
    public string Kind { get; }

    /// <summary>What it begins with.</summary>
    public string Prefix { get; }

    /// <summary>What follows the prefix.</summary>
    public SecretAlphabet Alphabet { get; }

    /// <summary>How many characters follow at least.</summary>
    public int MinLength { get; }

    /// <summary>How many at most; null for any number.</summary>
    public int? MaxLength { get; }

    internal SecretPattern ToPattern() => new PlainPattern(Kind, Prefix, CharSet.Of(Alphabet), MinLength, MaxLength ?? int.MaxValue);
}
