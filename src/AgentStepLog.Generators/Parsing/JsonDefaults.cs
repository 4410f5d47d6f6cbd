using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AgentStepLog.Generators.Collections;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The default of a parameter as a schema says it.</summary>
internal static class JsonDefaults
{
    /// <summary>What <c>default</c> of these types is, as the log writes it.</summary>
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

    /// <summary>JSON; null when the parameter is required, or its default has no JSON form (that of a struct of the user's).</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        var value = parameter.ExplicitDefaultValue;
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : parameter.Type;
        if (value is null)
        {
            return type.IsValueType && SymbolEqualityComparer.Default.Equals(type, parameter.Type)
                ? s_structs.TryGetValue(type.ToDisplayString(), out var zero) ? zero : null
                : "null";
        }

        return type.TypeKind == TypeKind.Enum ? OfEnum((INamedTypeSymbol)type, value) : OfPrimitive(value);
    }

    private static string? OfEnum(INamedTypeSymbol type, object value)
    {
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && value.Equals(f.ConstantValue));
        return member is null ? null : JsonStrings.Quote(EnumNames.InJson(member));
    }

    private static string? OfPrimitive(object value) => value switch
    {
        bool b => b ? "true" : "false",
        string s => JsonStrings.Quote(s),
        char c => JsonStrings.Quote(c.ToString()),
        float f => float.IsNaN(f) || float.IsInfinity(f) ? null : f.ToString("R", CultureInfo.InvariantCulture),
        double d => double.IsNaN(d) || double.IsInfinity(d) ? null : d.ToString("R", CultureInfo.InvariantCulture),
        System.DateTime t => JsonStrings.Quote(t.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)), // [DateTimeConstant]
        System.IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
