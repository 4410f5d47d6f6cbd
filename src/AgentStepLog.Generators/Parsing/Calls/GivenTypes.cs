using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The types that stand for a method's type parameters at a call: the one place that knows them when the code is generated.</summary>
internal static class GivenTypes
{
    public static void Parse(InvocationExpressionSyntax call, IMethodSymbol target, SemanticModel model, ValueParser values, CancellationToken cancellation)
    {
        if (!TypeNaming.TypeParameters(target).Any() || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol called)
        {
            return;
        }

        // Those of a generic method around the call say nothing yet, and what has no name cannot be written by it.
        foreach (var type in TypeNaming.TypeArguments(called.GetConstructedReducedFrom() ?? called).Where(static t => !TypeNames.HasTypeParameter(t) && !TypeNames.HasAnonymous(t)))
        {
            values.Parse(type);
        }
    }
}
