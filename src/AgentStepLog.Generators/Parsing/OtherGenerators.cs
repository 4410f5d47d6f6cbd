using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Knows partial methods that another generator implements: generators do not see each other's output, and a second body would not
/// compile (CS0757).
/// </summary>
internal static class OtherGenerators
{
    private static readonly HashSet<string> s_ofFramework =
    [
        "GeneratedRegexAttribute",
        "LibraryImportAttribute",
        "JSImportAttribute",
    ];

    /// <summary>
    /// Whether an attribute of the method may ask another generator for its body: one that is neither ours nor the framework's, nor one
    /// by which a framework merely finds the method.
    /// </summary>
    public static bool MayImplement(IMethodSymbol method) =>
        method.GetAttributes().Any(static a => a.AttributeClass is { TypeKind: not TypeKind.Error } type && MayAskForBody(type)) || IsInMapper(method);

    private static bool MayAskForBody(INamedTypeSymbol attribute)
    {
        var root = attribute.ContainingNamespace;
        while (root is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            root = outer;
        }

        return root.Name == "System"
            ? s_ofFramework.Contains(attribute.Name)
            : root.Name != Annotations.Namespace && !FrameworkAttributes.IsOne(attribute);
    }

    // Mapperly writes all bodiless methods of a type.
    private static bool IsInMapper(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.GetAttributes().Any(static a => a.AttributeClass is { Name: "MapperAttribute", ContainingNamespace: { Name: "Abstractions", ContainingNamespace.Name: "Mapperly" } }))
            {
                return true;
            }
        }

        return false;
    }
}
