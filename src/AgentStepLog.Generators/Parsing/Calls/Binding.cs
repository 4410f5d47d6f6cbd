using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Makes semantic models for finding called methods, which need no nullable analysis.</summary>
internal static class Binding
{
    private static volatile bool s_optionIsGone;

    /// <summary>
    /// A model without nullable analysis. With that analysis, the compiler would bind and analyse the whole member around each call, and binding the
    /// calls would take several times as long.
    /// </summary>
    public static SemanticModel Model(Compilation compilation, SyntaxTree tree)
    {
        if (!s_optionIsGone)
        {
            try
            {
                return WithoutNullableAnalysis(compilation, tree);
            }
            catch (Exception e) when (e is MissingMethodException or TypeLoadException)
            {
                // The option is experimental. A compiler without it gives the same answers, but more slowly.
                s_optionIsGone = true;
            }
        }

        return compilation.GetSemanticModel(tree);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SemanticModel WithoutNullableAnalysis(Compilation compilation, SyntaxTree tree) =>
#pragma warning disable RSEXPERIMENTAL001 // Experimental, see above: a later compiler may not have it.
        compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RSEXPERIMENTAL001
}
