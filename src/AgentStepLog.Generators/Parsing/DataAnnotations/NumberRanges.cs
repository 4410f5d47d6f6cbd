using System.Globalization;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing.DataAnnotations;

/// <summary>Reads <c>[Range]</c> on a number.</summary>
internal static class NumberRanges
{
    /// <summary>The range; null where the value is no number, or the attribute has no numbers.</summary>
    public static NumberRange? Of(AttributeData attribute, ValueKind kind)
    {
        if (kind is not (>= ValueKind.SByte and <= ValueKind.Decimal))
        {
            return null;
        }

        var arguments = attribute.ConstructorArguments;
        var (minimum, maximum, suffix) = arguments.Length == 3
            ? (Parsed(arguments[1].Value), Parsed(arguments[2].Value), "m")
            : (Number(arguments[0].Value), Number(arguments[1].Value), arguments[0].Value is double ? "d" : "");
        return (minimum is null && maximum is null) || (suffix == "m" && (minimum is null || maximum is null))
            ? null
            : new NumberRange(
                minimum,
                maximum,
                suffix,
                ConstraintParser.Named(attribute, "MinimumIsExclusive") is true,
                ConstraintParser.Named(attribute, "MaximumIsExclusive") is true);
    }

    // Infinities are no bounds.
    private static string? Number(object? value) => value switch
    {
        int n => n.ToString(CultureInfo.InvariantCulture),
        double d when !double.IsNaN(d) && !double.IsInfinity(d) => d.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? Parsed(object? text) =>
        decimal.TryParse(text as string, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
}
