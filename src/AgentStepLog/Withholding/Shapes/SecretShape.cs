using AgentStepLog.Withholding;

namespace AgentStepLog;

/// <summary>
/// A shape of a secret of your own: its prefix and the characters after it. A secret is found where the character before it is no letter or digit. It is withheld as
/// far as the characters belong to its alphabet.
/// </summary>
public sealed record SecretShape
{
    /// <summary>Describes a shape.</summary>
    /// <param name="kind">The kind of secret in the log, <c>[redacted:kind]</c>: 1 to 64 of <c>a–z 0–9 . _ -</c>.</param>
    /// <param name="prefix">The text that the secret begins with: 3 to 64 ASCII letters, digits and <c>- _ . : = / ~ +</c>. Case matters.</param>
    /// <param name="alphabet">The characters that follow the prefix.</param>
    /// <param name="minLength">The fewest characters of the alphabet that follow the prefix: 8 or more.</param>
    /// <param name="maxLength">The most characters that follow. A longer run is no such secret. Default: any number.</param>
    /// <exception cref="ArgumentException">The kind or the prefix is not as described.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The alphabet is unknown, a length is below 8, or the maximum is below the minimum.</exception>
    public SecretShape(string kind, string prefix, SecretAlphabet alphabet, int minLength, int? maxLength = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(prefix);
        if (kind.Length is 0 or > 64 || !kind.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-'))
        {
            throw new ArgumentException($"The kind of a secret is 1 to 64 of a-z, 0-9, '.', '_' and '-', such as \"acme-key\"; \"{kind}\" is not.", nameof(kind));
        }

        if (prefix.Length is < 3 or > 64 || !prefix.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:=/~+".Contains(c, StringComparison.Ordinal)))
        {
            throw new ArgumentException("A secret's prefix is 3 to 64 ASCII letters, digits and - _ . : = / ~ +. A shorter one would be found everywhere.", nameof(prefix));
        }

        if (!Enum.IsDefined(alphabet))
        {
            throw new ArgumentOutOfRangeException(nameof(alphabet), alphabet, "Unknown alphabet.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(minLength, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength ?? minLength, minLength, nameof(maxLength));
        (Kind, Prefix, Alphabet, MinLength, MaxLength) = (kind, prefix, alphabet, minLength, maxLength);
    }

    /// <summary>The kind of secret in the log.</summary>
    public string Kind { get; }

    /// <summary>The text that the secret begins with.</summary>
    public string Prefix { get; }

    /// <summary>The characters that follow the prefix.</summary>
    public SecretAlphabet Alphabet { get; }

    /// <summary>The fewest characters that follow the prefix.</summary>
    public int MinLength { get; }

    /// <summary>The most characters that follow; null for any number.</summary>
    public int? MaxLength { get; }

    internal SecretPattern ToPattern() => new PlainPattern(Kind, Prefix, CharSet.Of(Alphabet), MinLength, MaxLength ?? int.MaxValue);
}
