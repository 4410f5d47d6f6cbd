using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Tests.Parsing;

/// <summary>All that the generator asks of a call, apart from where it stands.</summary>
internal static class Meaning
{
    /// <summary>Null where symbols do not tell.</summary>
    public static string? Of(InvocationExpressionSyntax call, SemanticModel model)
    {
        var cancellation = TestContext.Current.CancellationToken;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol target || CallFacts.Of(call, target, model, cancellation) is not { } facts)
        {
            return null;
        }

        var around = model.GetEnclosingSymbol(call.SpanStart, cancellation);
        return string.Join(
            "\n",
            call,
            target.ToDisplayString(),
            facts.Method.OriginalDefinition.ToDisplayString(),
            facts.IsWritten,
            facts.IsInExpressionTree,
            facts.IsOnBase,
            facts.IsOnTypeParameter,
            CallPlaces.Member(around),
            CallPlaces.Identity(around));
    }
}
