using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Emission.Schema;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;

namespace AgentStepLog.Generators.Emission.Reading;

/// <summary>Emits the checks of the schema's constraints: <c>v.Range(1, 10)</c> notes a violation, and returns the value.</summary>
internal static class ConstraintChecks
{
    /// <summary><paramref name="value"/> followed by the checks that also apply to null.</summary>
    public static string Outer(string value, ValueModel of, Constraints constraints) => value + string.Concat(OuterChecks(of, constraints));

    /// <summary><paramref name="value"/>, which is not null, followed by the checks of its type.</summary>
    public static string Inner(string value, ValueModel of, Constraints constraints) =>
        value + string.Concat(InnerChecks(of.Kind == ValueKind.Nullable ? of.Element!.Kind : of.Kind, constraints));

    private static IEnumerable<string> OuterChecks(ValueModel of, Constraints constraints)
    {
        if (constraints.ReadsNumbersFromText || constraints.NamesNumbers)
        {
            var text = constraints.ReadsNumbersFromText ? "text: true" : "";
            var named = constraints.NamesNumbers ? "named: true" : "";
            yield return $".Numbers({text}{(text.Length * named.Length > 0 ? ", " : "")}{named})";
        }

        // Kinds that take any JSON also take null, so null needs a check here. Other kinds report null themselves.
        if (constraints.RefusesNull && of.Kind is ValueKind.Any or ValueKind.JsonElement or ValueKind.JsonText or ValueKind.JsonDocument or ValueKind.Converted)
        {
            yield return ".NotNull()";
        }

        var inner = of.Kind == ValueKind.Nullable ? of.Element! : of;
        var reader = inner.Kind == ValueKind.Enum ? $", {ReadExpressions.Readers}.{ValueStatements.WriterName(inner)}" : "";
        if (constraints.Allowed.Count > 0)
        {
            yield return $".Allowed({List(constraints.Allowed)}{reader})";
        }

        if (constraints.Denied.Count > 0)
        {
            yield return $".Denied({List(constraints.Denied)}{reader})";
        }
    }

    private static IEnumerable<string> InnerChecks(ValueKind kind, Constraints constraints)
    {
        if (constraints.Range is { } range)
        {
            var (above, below) = (range.IsAboveMinimum ? ", above: true" : "", range.IsBelowMaximum ? ", below: true" : "");
            yield return $".Range({Bound(range.Minimum, range.Suffix, "Negative")}, {Bound(range.Maximum, range.Suffix, "Positive")}{above}{below}{(kind <= ValueKind.UInt128 ? ", whole: true" : "")})";
        }

        if (constraints.Times is { } times)
        {
            yield return $".Range({times.Minimum}, {times.Maximum}{(times.IsAboveMinimum ? ", above: true" : "")}{(times.IsBelowMaximum ? ", below: true" : "")})";
        }

        if (constraints.MinLength > 0 || constraints.MaxLength is not null)
        {
            var most = constraints.MaxLength is { } number ? ", " + GeneratedNames.Number(number) : "";
            yield return $".{Counted(kind)}({GeneratedNames.Number(constraints.MinLength)}{most})";
        }

        if (constraints.Pattern is { } pattern)
        {
            yield return $".Match({ValueStatements.Literal(ConstraintSchema.Whole(pattern))})";
        }

        if (constraints.Format is { } format)
        {
            yield return $".Format({ValueStatements.Literal(format)})";
        }

        if (constraints.IsBase64)
        {
            yield return ".Base64()";
        }
    }

    private static string Counted(ValueKind kind) => kind switch
    {
        ValueKind.String => "Characters",
        ValueKind.Dictionary => "Members",
        _ => "Items",
    };

    // Only a range of doubles may have one open end.
    private static string Bound(string? number, string suffix, string sign) => number is null ? $"double.{sign}Infinity" : number + suffix;

    private static string List(IEnumerable<string> values) => "[" + string.Join(", ", values.Select(ValueStatements.Literal)) + "]";
}
