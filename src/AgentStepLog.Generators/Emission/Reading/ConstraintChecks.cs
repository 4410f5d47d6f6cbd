using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Emission.Schema;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;

namespace AgentStepLog.Generators.Emission.Reading;

/// <summary>What the schema promises, checked: <c>v.Range(1, 10)</c> notes what is wrong, and is the value again.</summary>
internal static class ConstraintChecks
{
    /// <summary><paramref name="value"/> with the checks after it.</summary>
    public static string Of(string value, Constraints constraints) => value + string.Concat(Checks(constraints));

    private static IEnumerable<string> Checks(Constraints constraints)
    {
        if (constraints.ReadsNumbersFromText || constraints.NamesNumbers)
        {
            var text = constraints.ReadsNumbersFromText ? "text: true" : "";
            var named = constraints.NamesNumbers ? "named: true" : "";
            yield return $".Numbers({text}{(text.Length * named.Length > 0 ? ", " : "")}{named})";
        }

        if (constraints.RefusesNull)
        {
            yield return ".NotNull()";
        }

        if (constraints.Range is { } range)
        {
            var (above, below) = (range.IsAboveMinimum ? ", above: true" : "", range.IsBelowMaximum ? ", below: true" : "");
            yield return $".Range({Bound(range.Minimum, range.Suffix, "Negative")}, {Bound(range.Maximum, range.Suffix, "Positive")}{above}{below})";
        }

        if (constraints.MinLength > 0 || constraints.MaxLength is not null)
        {
            yield return constraints.MaxLength is { } most
                ? $".Length({GeneratedNames.Number(constraints.MinLength)}, {GeneratedNames.Number(most)})"
                : $".Length({GeneratedNames.Number(constraints.MinLength)})";
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

        if (constraints.Allowed.Count > 0)
        {
            yield return $".Allowed({List(constraints.Allowed)})";
        }

        if (constraints.Denied.Count > 0)
        {
            yield return $".Denied({List(constraints.Denied)})";
        }
    }

    // Only a range of doubles may be open at one end.
    private static string Bound(string? number, string suffix, string sign) => number is null ? $"double.{sign}Infinity" : number + suffix;

    private static string List(IEnumerable<string> values) => "[" + string.Join(", ", values.Select(ValueStatements.Literal)) + "]";
}
