using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Opens a tree for questions about what is called, which nullable analysis has no part in.</summary>
internal static class Binding
{
    private static volatile bool s_optionIsGone;

    /// <summary>
    /// A model without nullable analysis, which would bind and analyse the whole member around each call: with it, binding the
    /// calls takes several times as long.
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
                // The option is experimental: a compiler without it gives the same answers, later.
                s_optionIsGone = true;
            }
        }

        return compilation.GetSemanticModel(tree);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SemanticModel WithoutNullableAnalysis(Compilation compilation, SyntaxTree tree) =>
#pragma warning disable RSEXPERIMENTAL001 // See above: it may go.
        compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RSEXPERIMENTAL001
}
