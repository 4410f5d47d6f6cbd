using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>Recognises the code of this library's generator. It calls the annotated methods directly, which is correct.</summary>
internal static class OurCode
{
    private const string Tool = "AgentStepLog.Generators";

    // The compiler gives generated files a path that begins with this.
    private static readonly string s_folder = typeof(StepLogGenerator).FullName!;

    /// <summary>The compilation's files without those of this library's generator. These are many and long, and annotate nothing.</summary>
    public static IEnumerable<SyntaxTree> OtherTrees(Compilation compilation) =>
        compilation.SyntaxTrees.Where(static tree => tree.FilePath.IndexOf(s_folder, StringComparison.Ordinal) < 0);

    /// <summary>
    /// Whether the generator ran to its end in this compilation, implementation output included. The marker in a referenced assembly
    /// does not count.
    /// </summary>
    public static bool IsComplete(Compilation compilation)
        => compilation.Assembly.GetTypeByMetadataName("AgentStepLog.Generated.InterceptionMarker") is not null;

    /// <summary>
    /// Whether the symbol, or a container of it, has <c>[GeneratedCode("AgentStepLog.Generators", …)]</c>, or is a body that
    /// the generator wrote for a user's method.
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

    /// <summary>Whether the method is an interceptor of this library's generator, in this compilation.</summary>
    public static bool IsInterceptor(IMethodSymbol interceptor, Compilation compilation)
        => SymbolEqualityComparer.Default.Equals(interceptor.ContainingAssembly, compilation.Assembly)
            && interceptor.ContainingNamespace is { Name: "Generated", ContainingNamespace: { Name: "AgentStepLog", ContainingNamespace.IsGlobalNamespace: true } }
            && Contains(interceptor);
}
