using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The type arguments of calls, so that their values can be written. At compile time, only the calls show them.</summary>
internal static class GivenTypes
{
    public static void Parse(InvocationExpressionSyntax call, IMethodSymbol target, SemanticModel model, ValueParser values, CancellationToken cancellation)
    {
        if (!TypeNaming.TypeParameters(target).Any() || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol called)
        {
            return;
        }

        // Type parameters of a generic method around the call have no known type, and code cannot name a type without a name.
        foreach (var type in TypeNaming.TypeArguments(called.GetConstructedReducedFrom() ?? called).Where(static t => !TypeNames.HasTypeParameter(t) && !TypeNames.HasAnonymous(t)))
        {
            values.Parse(type);
        }
    }
}
