using AgentStepLog.Withholding;

namespace AgentStepLog;

/// <summary>
/// Which secrets and which personal data are withheld by their shape, wherever they appear in recorded values. Values marked <c>[Sensitive]</c> are always withheld. A
/// log checks these options when it starts, and keeps a copy of them.
/// </summary>
public sealed class WithholdingOptions
{
    /// <summary>Options that switch off all built-in shapes. Each call returns a new object.</summary>
    public static WithholdingOptions None => new() { Except = [.. BuiltInShapes.Kinds] };

    /// <summary>The kinds of the built-in shapes, such as <c>github-token</c>.</summary>
    public static IReadOnlyList<string> BuiltInKinds => BuiltInShapes.Kinds;

    /// <summary>Kinds of built-in shapes that the log does not search for, each one of <see cref="BuiltInKinds"/>. Default: none.</summary>
    public ICollection<string> Except { get; set; } = [];

    /// <summary>Shapes of your own. Default: none.</summary>
    public ICollection<SecretShape> Shapes { get; set; } = [];

    /// <summary>
    /// Kinds of personal data that the log searches for as well, such as <c>PersonalData.Email | PersonalData.Iban</c>. They are recognized by their form alone, and
    /// other numbers and words may have the same form. Default: <see cref="PersonalData.None"/>.
    /// </summary>
    public PersonalData PersonalData { get; set; }

    /// <summary>A copy, so that later changes of these options do not affect it.</summary>
    internal WithholdingOptions Copy() => new() { Except = [.. Except ?? []], Shapes = [.. Shapes ?? []], PersonalData = PersonalData };

    /// <exception cref="ArgumentException">There is no such kind, a shape is null, or the personal data is no combination of its members.</exception>
    internal void Check()
    {
        if (Except.Select(static kind => kind ?? "null").FirstOrDefault(static kind => !BuiltInShapes.Kinds.Contains(kind, StringComparer.Ordinal)) is { } unknown)
        {
            throw new ArgumentException($"WithholdingOptions.Except names \"{unknown}\", and no built-in shape has that kind. There are: {string.Join(", ", BuiltInShapes.Kinds)}.", nameof(Except));
        }

        if (Shapes.Contains(null!))
        {
            throw new ArgumentException("WithholdingOptions.Shapes has a shape that is null.", nameof(Shapes));
        }

        if ((PersonalData & ~PersonalData.All) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(PersonalData), PersonalData, "WithholdingOptions.PersonalData is None, or a combination of Email, PaymentCard, Iban, Phone, UsSsn, IPv4, IPv6, ConnectionPassword and UrlUserInfo.");
        }
    }
}
