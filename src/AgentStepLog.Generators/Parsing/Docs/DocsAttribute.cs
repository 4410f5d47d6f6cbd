using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Descriptions in attributes. Empty ones count as absent.</summary>
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

    /// <summary>Whether <c>[Description]</c> is among the attributes, even if it is empty.</summary>
    public static bool IsOn(ImmutableArray<AttributeData> attributes) => attributes.Any(IsDescription);

    /// <summary>Whether an attribute that describes the symbol has a placeholder.</summary>
    public static bool IsPlaceholder(ISymbol symbol) => symbol.GetAttributes().Any(static a =>
        (IsDescription(a) && a.ConstructorArguments.Length == 1 && IsPlaceholder(a.ConstructorArguments[0]))
        || (IsTool(a) && a.NamedArguments.Any(static n => n.Key == "Description" && IsPlaceholder(n.Value))));

    private static bool IsPlaceholder(TypedConstant value) => value.Value is string text && Placeholder.Is(text);

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
            if (IsTool(attribute))
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

    private static bool IsTool(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "AgentToolAttribute", ContainingNamespace: { Name: "AgentStepLog", ContainingNamespace.IsGlobalNamespace: true } };

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
        value.Value is string text && !string.IsNullOrWhiteSpace(text) && !Placeholder.Is(text) ? text : null;
}
