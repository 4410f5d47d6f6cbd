using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Descriptions given by attributes. Empty ones count as absent.</summary>
internal static class DocsAttribute
{
    public static string? Of(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Description(attribute) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Whether <c>[Description]</c> is among them, be it empty.</summary>
    public static bool IsOn(ImmutableArray<AttributeData> attributes) => attributes.Any(IsDescription);

    public static string? OfReturn(IMethodSymbol method)
    {
        foreach (var attribute in method.GetReturnTypeAttributes())
        {
            if (Description(attribute) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    public static string? OfTool(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "AgentToolAttribute", ContainingNamespace: { Name: "AgentStepLog", ContainingNamespace.IsGlobalNamespace: true } })
            {
                foreach (var argument in attribute.NamedArguments)
                {
                    if (argument.Key == "Description")
                    {
                        return Text(argument.Value);
                    }
                }
            }
        }

        return null;
    }

    private static bool IsDescription(AttributeData attribute) =>
        attribute.AttributeClass is
        {
            Name: "DescriptionAttribute",
            ContainingNamespace: { Name: "ComponentModel", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        };

    private static string? Description(AttributeData attribute) =>
        IsDescription(attribute)
        && attribute.ConstructorArguments.Length == 1
            ? Text(attribute.ConstructorArguments[0])
            : null;

    private static string? Text(TypedConstant value) =>
        value.Value is string text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
