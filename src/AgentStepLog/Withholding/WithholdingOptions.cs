using AgentStepLog.Withholding;

namespace AgentStepLog;

/// <summary>
/// Which secrets, and which personal data, are withheld by their shape, wherever they appear in what is recorded. What <c>[Sensitive]</c> withholds is withheld in any case.
/// </summary>
public sealed class WithholdingOptions
{
    private SecretScanner? _scanner;

    /// <summary>The built-in shapes.</summary>
    public static WithholdingOptions Default { get; } = new();

    /// <summary>No shapes: what is recorded is recorded as it is.</summary>
    public static WithholdingOptions None => Nothing.Options;

    /// <summary>The kinds of the built-in shapes, such as <c>github-token</c>.</summary>
    public static IReadOnlyList<string> BuiltInKinds => BuiltInShapes.Kinds;

    /// <summary>Kinds of built-in shapes that are not looked for. Copied when set. Default: none.</summary>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public IReadOnlyCollection<string> Except
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Except));
            field = [.. value];
            if (field.FirstOrDefault(kind => !BuiltInShapes.Kinds.Contains(kind, StringComparer.Ordinal)) is { } unknown)
            {
                throw new ArgumentException($"No built-in shape has the kind \"{unknown}\". There are: {string.Join(", ", BuiltInShapes.Kinds)}.", nameof(Except));
            }
        }
    } = [];

    /// <summary>Shapes of your own. Copied when set. Default: none.</summary>
    public IReadOnlyCollection<SecretShape> Shapes
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Shapes));
            field = [.. value];
        }
    } = [];

    /// <summary>
    /// Kinds of personal data that are looked for as well, such as <c>PersonalData.Email | PersonalData.Iban</c>. They are told by their form alone: other numbers and
    /// words may have it, too. Default: <see cref="PersonalData.None"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Something else than a combination of its members.</exception>
    public PersonalData PersonalData
    {
        get;
        init => field = (value & ~PersonalData.All) == 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "PersonalData is None, or a combination of Email, PaymentCard, Iban, Phone, UsSsn, IPv4, IPv6, ConnectionPassword and UrlUserInfo.");
    }

    internal SecretScanner Scanner => _scanner ??= (Except.Count + Shapes.Count == 0 ? SecretScanner.BuiltIn : new(
    [
        .. Shapes.Select(shape => shape.ToPattern()),
        .. BuiltInShapes.All.Where(pattern => !Except.Contains(pattern.Kind, StringComparer.Ordinal)),
    ])).And(PersonalData);

    // Made when it is asked for: whoever keeps the shapes need not make them at the start.
    private static class Nothing
    {
        internal static readonly WithholdingOptions Options = new() { Except = BuiltInShapes.Kinds };
    }
}
