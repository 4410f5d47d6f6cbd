using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing.DataAnnotations;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// Finds attributes of System.ComponentModel.DataAnnotations without a valid meaning: for the type of their value, by themselves, or with the default.
/// </summary>
internal static class AttributeFaults
{
    /// <param name="value">The value that has the attributes.</param>
    /// <param name="constraints">The constraints that the generator made of them.</param>
    /// <param name="defaultJson">The default in the schema; null if there is none.</param>
    /// <param name="shapes">The enums of the method.</param>
    public static IEnumerable<AttributeFault> Of(
        IEnumerable<AttributeData> attributes, ValueModel value, Constraints constraints, string? defaultJson, ShapeSet shapes)
    {
        var inner = value.Kind == ValueKind.Nullable ? value.Element! : value;
        if (inner.Kind is >= ValueKind.ByteMemory and not (ValueKind.Enum or ValueKind.Array or ValueKind.List or ValueKind.Dictionary or ValueKind.Object))
        {
            return [];                                          // any JSON, or a converter's own form
        }

        var ofAttributes = attributes.Where(ConstraintParser.IsOfDataAnnotations).Distinct().Select(a => (Attribute: a, Text: Fault(a, inner, constraints, shapes))).ToList();
        return ofAttributes.Where(static f => f.Text is not null).Select(static f => new AttributeFault(f.Attribute, f.Text!))
            .Concat(ofAttributes.All(static f => f.Text is null) && !constraints.IsDemanded && defaultJson is not null and not "null" && DefaultFault(defaultJson, inner.Kind, constraints) is { } fault
                ? [new AttributeFault(null, fault)]
                : []);
    }

    private static string? Fault(AttributeData attribute, ValueModel value, Constraints constraints, ShapeSet shapes)
    {
        var name = attribute.AttributeClass!.Name.Replace("Attribute", "");
        return name switch
        {
            "Range" when value.Kind is not (>= ValueKind.SByte and <= ValueKind.Decimal) =>
                !IsTime(value.Kind) ? Nothing(name, value, "numbers, dates and times")
                : constraints.Times is not { } times
                    ? $"its bounds are not those of {value.DisplayType} in ISO 8601 to the second, the same on each machine, so [Range] is not held to"
                : times.IsEmpty ? $"nothing is in [Range] from {times.MinimumText} to {times.MaximumText}"
                : null,
            "Range" => RangeFault(attribute, constraints),
            "StringLength" or "RegularExpression" or "EmailAddress" or "Url" or "Base64String" when value.Kind != ValueKind.String => Nothing(name, value, "strings"),
            "MinLength" or "MaxLength" or "Length" when !ConstraintParser.HasLength(value) => Nothing(name, value, "strings, collections and dictionaries"),
            "StringLength" or "MinLength" or "MaxLength" or "Length" when constraints.MinLength > constraints.MaxLength =>
                $"no length is at least {Number(constraints.MinLength)} and at most {Number(constraints.MaxLength.Value)}",
            "RegularExpression" => PatternFault(constraints.Pattern),
            "AllowedValues" => AllowedFault(constraints, value, shapes),
            _ => null,
        };
    }

    private static string Nothing(string attribute, ValueModel value, string of) => $"[{attribute}] says something of {of}, and nothing of {value.DisplayType}";

    private static string? RangeFault(AttributeData attribute, Constraints constraints)
    {
        if (constraints.Range is not { } range)
        {
            return attribute.ConstructorArguments.Length == 3 ? "its bounds are no numbers, so [Range] is not held to" : null;
        }

        if (range.Minimum is null || range.Maximum is null)
        {
            return null;
        }

        var order = Real(range.Minimum).CompareTo(Real(range.Maximum));
        return order > 0 || (order == 0 && (range.IsAboveMinimum || range.IsBelowMaximum))
            ? $"no number is in [Range] from {range.Minimum} to {range.Maximum}"
            : null;
    }

    private static string? PatternFault(string? pattern)
    {
        try
        {
            _ = pattern is null ? null : new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException e)
        {
            return $"[RegularExpression] cannot be read, so every call would fail: {e.Message}";
        }
    }

    private static string? AllowedFault(Constraints constraints, ValueModel value, ShapeSet shapes)
    {
        var names = value.Kind == ValueKind.Enum ? shapes.Enums.First(e => e.Key == value.Shape) : null;
        foreach (var json in constraints.Allowed.Where(static v => v != "null"))
        {
            if (names is not null && !IsNamed(json, names))
            {
                return $"[AllowedValues] names {json}, and {value.DisplayType} has no such member";
            }

            var fits = value.Kind switch
            {
                ValueKind.Boolean => json is "true" or "false",
                <= ValueKind.Decimal => char.IsDigit(json[json.Length - 1]),
                _ => json[0] == '"',
            };
            if (!fits)
            {
                return $"[AllowedValues] names {json}, which no {value.DisplayType} can be";
            }
        }

        return null;
    }

    // A flags value has several names and the number of the bits without a name.
    private static bool IsNamed(string json, EnumModel names) => json[0] == '"'
        && (names.IsFlags ? Text(json).Split(',') : [Text(json)]).All(part => names.Members.Any(m => m.JsonName == part.Trim())
            || (names.IsFlags && long.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)));

    private static string? DefaultFault(string json, ValueKind kind, Constraints constraints)
    {
        var length = kind == ValueKind.String ? Characters(Text(json)) : -1;
        return constraints.Range is { } range && kind <= ValueKind.Decimal && IsOutside(Real(json), range) ? $"its default {json} is not in its [Range]"
            : length >= 0 && (length < constraints.MinLength || length > constraints.MaxLength) ? $"its default {json} is not of the length that its attributes ask for"
            : kind == ValueKind.String && constraints.Pattern is { } pattern && !IsMatch(Text(json), pattern) ? $"its default {json} does not match its [RegularExpression]"
            : constraints.Allowed.Count > 0 && !constraints.Allowed.Contains(json) ? $"its default {json} is none of its [AllowedValues]"
            : constraints.Denied.Contains(json) ? $"its default {json} is one of its [DeniedValues]"
            : null;
    }

    private static int Characters(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, Emission.Schema.ConstraintSchema.Whole(pattern), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (RegexMatchTimeoutException)
        {
            return true; // a build must not wait for a slow pattern
        }
    }

    private static bool IsOutside(double number, NumberRange range) =>
        (range.Minimum is not null && (number < Real(range.Minimum) || (range.IsAboveMinimum && number == Real(range.Minimum))))
        || (range.Maximum is not null && (number > Real(range.Maximum) || (range.IsBelowMaximum && number == Real(range.Maximum))));

    private static bool IsTime(ValueKind kind) => kind is >= ValueKind.DateTime and <= ValueKind.TimeSpan;

    private static double Real(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(string json) => Regex.Unescape(json.Substring(1, json.Length - 2));

    private static string Number(int number) => Parsing.GeneratedNames.Number(number);
}
