using System.Collections.Generic;
using System.Globalization;
using AgentStepLog.Generators.Collections;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The default of a parameter in a schema.</summary>
internal static class JsonDefaults
{
    /// <summary>The JSON of <c>default</c> for these types, in the form of the log.</summary>
    private static readonly Dictionary<string, string> s_structs = new()
    {
        ["System.DateTime"] = "\"0001-01-01T00:00:00\"",
        ["System.DateTimeOffset"] = "\"0001-01-01T00:00:00+00:00\"",
        ["System.DateOnly"] = "\"0001-01-01\"",
        ["System.TimeOnly"] = "\"00:00:00\"",
        ["System.TimeSpan"] = "\"00:00:00\"",
        ["System.Guid"] = "\"00000000-0000-0000-0000-000000000000\"",
        ["System.Half"] = "0",
        ["System.Int128"] = "0",
        ["System.UInt128"] = "0",
    };

    /// <summary>The default as JSON; null when the parameter is required, or its default has no JSON form, as that of a user's struct.</summary>
    public static string? Of(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? Of(parameter.Type, parameter.ExplicitDefaultValue) : null;

    /// <summary>The value for a tool's parameter that a model leaves out.</summary>
    public static string? OfTool(IParameterSymbol parameter) =>
        ToolDefaults.Of(parameter) is { } value ? Of(parameter.Type, value.Value) : null;

    /// <summary>A constant of an attribute; null where it has no JSON form.</summary>
    public static string? OfConstant(TypedConstant constant) => constant.Kind switch
    {
        _ when constant.IsNull => "null",
        TypedConstantKind.Primitive or TypedConstantKind.Enum => Of(constant.Type!, constant.Value) ?? Number(constant.Value),
        _ => null,
    };

    private static string? Of(ITypeSymbol declared, object? value)
    {
        var type = declared is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : declared;
        if (value is null)
        {
            return type.IsValueType && SymbolEqualityComparer.Default.Equals(type, declared)
                ? s_structs.TryGetValue(type.ToDisplayString(), out var zero) ? zero : null
                : "null";
        }

        return type.TypeKind == TypeKind.Enum ? EnumNames.OfValue((INamedTypeSymbol)type, value) : OfPrimitive(value);
    }

    // An enum's value without a name has no JSON form here. A rule reports it.
    private static string? Number(object? value) => value is double or float ? null : (value as System.IFormattable)?.ToString(null, CultureInfo.InvariantCulture);

    private static string? OfPrimitive(object value) => value switch
    {
        bool b => b ? "true" : "false",
        string s => JsonLiterals.Quote(s),
        char c => JsonLiterals.Quote(c.ToString()),
        float f => float.IsNaN(f) || float.IsInfinity(f) ? null : f.ToString("R", CultureInfo.InvariantCulture),
        double d => double.IsNaN(d) || double.IsInfinity(d) ? null : d.ToString("R", CultureInfo.InvariantCulture),
        System.DateTime t => JsonLiterals.Quote(t.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)), // [DateTimeConstant]
        System.IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
