using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Recognises partial methods that another generator implements. Generators do not see each other's output, and a second body would not
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
    /// Whether an attribute of the method may make another generator write its body. Attributes of this library and of .NET do not count, nor those
    /// by which a framework only finds the method.
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

    // Mapperly writes the bodies of all methods of a type that have none.
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
