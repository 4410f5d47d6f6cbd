using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Writes constants, such as default values of parameters, as C# expressions of their type.</summary>
internal static class DefaultLiterals
{
    /// <summary>Null if the parameter has no default.</summary>
    public static string? Of(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? Of(parameter.Type, parameter.ExplicitDefaultValue) : null;

    /// <summary>A constant as an expression of a type to which it converts.</summary>
    public static string Of(ITypeSymbol type, object? constant) => constant switch
    {
        null => $"default({TypeNames.Oblivious(type)})",
        bool b => b ? "true" : "false",
        string s => SymbolDisplay.FormatLiteral(s, quote: true),
        char c => SymbolDisplay.FormatLiteral(c, quote: true),
        double d => Floating(d, "double", "d"),
        float f => Floating(f, "float", "f"),
        decimal m => m.ToString(CultureInfo.InvariantCulture) + "m",
        DateTime t => $"new global::System.DateTime({t.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
        IFormattable number => $"(({Underlying(type)})({number.ToString(null, CultureInfo.InvariantCulture)}))",
        var other => throw new NotSupportedException($"A default value of type {other.GetType()} was not expected."),
    };

    private static string Floating(double value, string type, string suffix)
    {
        if (double.IsNaN(value))
        {
            return type + ".NaN";
        }

        if (double.IsInfinity(value))
        {
            return type + (value > 0 ? ".PositiveInfinity" : ".NegativeInfinity");
        }

        return value.ToString("R", CultureInfo.InvariantCulture) + suffix;
    }

    // int, an enum, or either of them made nullable.
    private static string Underlying(ITypeSymbol type) =>
        TypeNames.Oblivious(type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type);
}
