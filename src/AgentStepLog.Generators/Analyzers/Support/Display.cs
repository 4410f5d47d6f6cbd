using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>Members in the form of messages: <c>SurfTools.GetWeatherAsync</c>.</summary>
internal static class Display
{
    private static readonly SymbolDisplayFormat s_member = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static string Of(ISymbol symbol) => symbol.ToDisplayString(s_member);

    /// <summary>The arguments of a message, with each member in that form.</summary>
    public static object[] All(object[] arguments) => [.. arguments.Select(static a => a is ISymbol symbol ? Of(symbol) : a)];
}
