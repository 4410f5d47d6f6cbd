using System.Collections.Generic;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Recognises this library's attributes by metadata name.</summary>
internal static class Annotations
{
    public const string Namespace = "AgentStepLog";

    /// <summary>The short name of each method attribute, without <c>Attribute</c>, and its kind.</summary>
    public static readonly IReadOnlyDictionary<string, RecordedKind> Names = new Dictionary<string, RecordedKind>
    {
        ["AgentTool"] = RecordedKind.Tool,
        ["LlmCall"] = RecordedKind.Llm,
        ["AgentRun"] = RecordedKind.Agent,
    };

    /// <summary>The annotation on this method itself; the first one where there are several (ASL3004).</summary>
    public static Annotation? OwnOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && KindOf(type) is { } kind)
            {
                return new Annotation(ExtensionBlocks.Carrier(method), kind, attribute);
            }
        }

        return null;
    }

    /// <summary>All annotations on this method itself.</summary>
    public static IEnumerable<Annotation> AllOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && KindOf(type) is { } kind)
            {
                yield return new Annotation(ExtensionBlocks.Carrier(method), kind, attribute);
            }
        }
    }

    /// <summary>
    /// The annotation that applies to a call bound to <paramref name="method"/>: its own, or that of the nearest member
    /// that it overrides. <see cref="Annotation.Method"/> is the annotated method.
    /// </summary>
    public static Annotation? Of(IMethodSymbol method)
    {
        for (var m = Definition(method); m is not null; m = m.OverriddenMethod?.OriginalDefinition)
        {
            if (OwnOf(m) is { } annotation)
            {
                return annotation;
            }
        }

        return null;
    }

    /// <summary>The kind given to <c>[Sensitive]</c> in these attributes; null where it is absent.</summary>
    public static string? SensitiveKind(IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (Is(attribute, "SensitiveAttribute"))
            {
                var given = attribute.ConstructorArguments;
                return given.Length == 1 && given[0].Value is string { Length: > 0 } kind ? kind : "sensitive";
            }
        }

        return null;
    }

    /// <summary>Whether the attribute has this name in namespace AgentStepLog.</summary>
    public static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && IsOurs(type);

    /// <summary>Whether the type is a step log: it derives from StepLog, or will do so because it has <c>[StepLog]</c>.</summary>
    public static bool IsStepLog(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.Name == "StepLog" && IsOurs(t))
            {
                return true;
            }

            foreach (var attribute in t.GetAttributes())
            {
                if (Is(attribute, "StepLogAttribute"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IMethodSymbol Definition(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialDefinitionPart ?? definition;
    }

    private static RecordedKind? KindOf(INamedTypeSymbol type) =>
        type.Name.EndsWith("Attribute", System.StringComparison.Ordinal)
        && Names.TryGetValue(type.Name.Substring(0, type.Name.Length - "Attribute".Length), out var kind)
        && IsOurs(type)
            ? kind
            : null;

    private static bool IsOurs(ITypeSymbol type) =>
        type.ContainingType is null
        && type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
