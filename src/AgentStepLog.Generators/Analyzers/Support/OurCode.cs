using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>What our generator wrote: it calls the annotated methods themselves, and must.</summary>
internal static class OurCode
{
    private const string Tool = "AgentStepLog.Generators";

    // Where the compiler says that a generated file stands.
    private static readonly string s_folder = typeof(StepLogGenerator).FullName!;

    /// <summary>The compilation's files but for those that our generator wrote, in which nothing is annotated: they are many, and long.</summary>
    public static IEnumerable<SyntaxTree> OtherTrees(Compilation compilation) =>
        compilation.SyntaxTrees.Where(static tree => tree.FilePath.IndexOf(s_folder, StringComparison.Ordinal) < 0);

    /// <summary>
    /// Whether the generator ran to its end in this very compilation, implementation output included: a referenced assembly's
    /// marker says nothing of it.
    /// </summary>
    public static bool IsComplete(Compilation compilation)
        => compilation.Assembly.GetTypeByMetadataName("AgentStepLog.Generated.InterceptionMarker") is not null;

    /// <summary>
    /// Whether the symbol, or what contains it, bears <c>[GeneratedCode("AgentStepLog.Generators", …)]</c>, or is a body that
    /// we gave to a method of the user's.
    /// </summary>
    public static bool Contains(ISymbol? symbol)
    {
        for (var s = symbol; s is not null and not INamespaceSymbol; s = s.ContainingSymbol)
        {
            foreach (var attribute in s.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: "GeneratedCodeAttribute" }
                    && attribute.ConstructorArguments.Length > 0
                    && attribute.ConstructorArguments[0].Value is Tool
                    || CalleeOwned.IsMark(attribute))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the method is an interceptor of ours, in this very compilation.</summary>
    public static bool IsInterceptor(IMethodSymbol interceptor, Compilation compilation)
        => SymbolEqualityComparer.Default.Equals(interceptor.ContainingAssembly, compilation.Assembly)
            && interceptor.ContainingNamespace is { Name: "Generated", ContainingNamespace: { Name: "AgentStepLog", ContainingNamespace.IsGlobalNamespace: true } }
            && Contains(interceptor);
}
