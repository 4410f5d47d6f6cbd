using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing.DataAnnotations;

/// <summary>
/// Reads the attributes of System.ComponentModel.DataAnnotations that AIJsonUtilities of Microsoft.Extensions.AI puts into a
/// schema. An attribute that does not apply to the type of its value is ignored.
/// </summary>
internal static class ConstraintParser
{
    /// <summary>The constraints of a parameter. Those of a base or an interface apply to the implementation, too.</summary>
    public static Constraints Of(IMethodSymbol method, IParameterSymbol parameter, ValueModel value) =>
        Of(BaseMembers.Of(method).Select(m => (ISymbol)m.Parameters[parameter.Ordinal]).Prepend(parameter), value);

    /// <summary>The constraints of a property or field, and of the constructor parameter that sets it.</summary>
    public static Constraints Of(INamedTypeSymbol type, ISymbol member, IParameterSymbol? parameter, ValueModel value)
    {
        var symbols = member is IPropertySymbol property ? BaseMembers.Of(property).Prepend(member) : [member];
        var constraints = Of(parameter is null ? symbols : symbols.Append(parameter), value);
        if (JsonAttributes.Has(member, "JsonRequiredAttribute") && !constraints.IsDemanded)
        {
            constraints = constraints with { IsDemanded = true };
        }

        // JsonNumberHandling: AllowReadingFromString = 1, WriteAsString = 2, AllowNamedFloatingPointLiterals = 4
        const string Handling = "JsonNumberHandlingAttribute";
        return (JsonAttributes.Number(member, Handling) ?? JsonAttributes.Number(type, Handling)) is { } handling and not 0 && HasNumbers(value)
            ? constraints with { ReadsNumbersFromText = (handling & 1) != 0, NamesNumbers = (handling & 4) != 0 }
            : constraints;
    }

    /// <summary>The title of a type.</summary>
    public static string? Title(ISymbol type) => type.GetAttributes()
        .Where(static a => IsIn(a, "ComponentModel") && a.AttributeClass!.Name == "DisplayNameAttribute")
        .Select(static a => a.ConstructorArguments.Length == 1 ? a.ConstructorArguments[0].Value as string : null)
        .FirstOrDefault(static t => !string.IsNullOrWhiteSpace(t));

    private static Constraints Of(IEnumerable<ISymbol> symbols, ValueModel value)
    {
        var found = Constraints.None;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in symbols.SelectMany(static s => s.GetAttributes()))
        {
            if ((IsIn(attribute, "DataAnnotations") || IsIn(attribute, "ComponentModel")) && seen.Add(attribute.AttributeClass!.Name))
            {
                found = With(found, attribute, value.Kind == ValueKind.Nullable ? value.Element! : value);
            }
        }

        return found;
    }

    private static Constraints With(Constraints found, AttributeData attribute, ValueModel value)
    {
        var arguments = attribute.ConstructorArguments;
        var isText = value.Kind == ValueKind.String;
        switch (attribute.AttributeClass!.Name)
        {
            case "RequiredAttribute":
                found = found with { IsDemanded = true, RefusesNull = true };
                return isText && Named(attribute, "AllowEmptyStrings") is not true && found.MinLength == 0 ? found with { MinLength = 1 } : found;
            case "DisplayNameAttribute":
                return Text(arguments) is { Length: > 0 } title ? found with { Title = title } : found;
            case "RangeAttribute":
                return found with { Range = NumberRanges.Of(attribute, value.Kind), Times = TimeRanges.Of(attribute, value.Kind) };
            case "StringLengthAttribute" when isText:
                return Length(found, Named(attribute, "MinimumLength"), arguments[0].Value);
            case "MinLengthAttribute" when HasLength(value):
                return Length(found, arguments[0].Value, null);
            case "MaxLengthAttribute" when HasLength(value) && arguments.Length == 1:
                return Length(found, null, arguments[0].Value);
            case "LengthAttribute" when HasLength(value):
                return Length(found, arguments[0].Value, arguments[1].Value);
            case "RegularExpressionAttribute" when isText:
                return found with { Pattern = Text(arguments) };
            case "EmailAddressAttribute" when isText:
                return found with { Format = "email" };
            case "UrlAttribute" when isText:
                return found with { Format = "uri" };
            case "Base64StringAttribute" when isText:
                return found with { IsBase64 = true };
            case "DataTypeAttribute" when isText:
                return found with { Format = FormatOf(arguments[0].Value) ?? found.Format };
            case "AllowedValuesAttribute":
                return found with { Allowed = Values(arguments, value) };
            case "DeniedValuesAttribute":
                return found with { Denied = Values(arguments, value) };
            default:
                return found;
        }
    }

    private static bool HasNumbers(ValueModel value) =>
        value.Kind is >= ValueKind.SByte and <= ValueKind.Decimal || (value.Element is { } element && HasNumbers(element));

    private static Constraints Length(Constraints found, object? minimum, object? maximum) => found with
    {
        MinLength = minimum is > 0 and int fewest ? Math.Max(fewest, found.MinLength) : found.MinLength,
        MaxLength = maximum is >= 0 and int most ? Math.Min(most, found.MaxLength ?? most) : found.MaxLength,
    };

    internal static bool HasLength(ValueModel value) =>
        value.Kind is ValueKind.String or ValueKind.Array or ValueKind.List or ValueKind.Dictionary;

    private static EquatableArray<string> Values(System.Collections.Immutable.ImmutableArray<TypedConstant> arguments, ValueModel value)
    {
        if (value.Kind is not ((>= ValueKind.Boolean and <= ValueKind.Version) or ValueKind.Enum or ValueKind.Any or ValueKind.JsonElement or ValueKind.JsonText))
        {
            return EquatableArray<string>.Empty;
        }

        // A params argument: several values, or one null.
        var given = arguments.Length == 1 && arguments[0] is { Kind: TypedConstantKind.Array, IsNull: false } array ? array.Values : arguments;
        return given.Select(static c => JsonDefaults.OfConstant(c)).OfType<string>().ToEquatableArray();
    }

    // The values of DataType.
    private static string? FormatOf(object? dataType) => dataType switch
    {
        1 => "date-time",
        2 => "date",
        3 => "time",
        10 => "email",
        12 or 13 => "uri",
        _ => null,
    };

    private static string? Text(System.Collections.Immutable.ImmutableArray<TypedConstant> arguments) =>
        arguments.Length > 0 && arguments[0].Kind == TypedConstantKind.Primitive ? arguments[0].Value as string : null;

    internal static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.Where(a => a.Key == name).Select(static a => a.Value.Value).FirstOrDefault();

    internal static bool IsOfDataAnnotations(AttributeData attribute) => IsIn(attribute, "DataAnnotations");

    private static bool IsIn(AttributeData attribute, string space) => attribute.AttributeClass?.ContainingNamespace is { } found
        && found.Name == space
        && (space == "ComponentModel"
            ? found.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            : found.ContainingNamespace is { Name: "ComponentModel", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });
}
