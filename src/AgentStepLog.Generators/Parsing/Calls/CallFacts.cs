using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The facts about a call that <see cref="CallSites"/> needs. Analyzers already have the operation. The generator uses syntax and
/// symbols where these suffice, since an operation makes the compiler bind the whole member around the call.
/// </summary>
internal sealed class CallFacts
{
    /// <summary>The called method. For an extension it is the static method, also for a member of a block.</summary>
    public required IMethodSymbol Method { get; init; }

    /// <summary>Whether the source contains the call as a call.</summary>
    public required bool IsWritten { get; init; }

    public required bool IsInExpressionTree { get; init; }

    /// <summary>Whether the receiver is <c>base</c>.</summary>
    public required bool IsOnBase { get; init; }

    /// <summary>Whether the receiver is a type parameter that may be a struct, or the method belongs to a type parameter.</summary>
    public required bool IsOnTypeParameter { get; init; }

    public static CallFacts Of(IInvocationOperation call) => new()
    {
        Method = Called(call.TargetMethod),
        IsWritten = !call.IsImplicit && call.Syntax is InvocationExpressionSyntax,
        IsInExpressionTree = StandsInExpressionTree(call),
        IsOnBase = call.Instance?.Syntax is BaseExpressionSyntax,
        IsOnTypeParameter = !ExtensionBlocks.IsMember(call.TargetMethod)
            && (call.Instance?.Type is ITypeParameterSymbol { IsReferenceType: false } || call.ConstrainedToType is not null),
    };

    /// <summary>The facts; null where only the operation has them: with <c>dynamic</c>, in a query, in code with errors.</summary>
    public static CallFacts? Of(InvocationExpressionSyntax call, IMethodSymbol target, SemanticModel model, CancellationToken cancellation)
    {
        var receiver = Receiver(call);
        if (call.ArgumentList.Arguments.Any(a => IsDynamic(a.Expression)) || receiver is not null && IsDynamic(receiver))
        {
            return null;
        }

        var inTree = false;
        foreach (var around in call.Ancestors())
        {
            if (around is QueryExpressionSyntax)
            {
                return null;
            }

            inTree |= around is AnonymousFunctionExpressionSyntax && IsExpressionTree(model.GetTypeInfo(around, cancellation).ConvertedType);
        }

        return new CallFacts
        {
            Method = Called(target),
            IsWritten = true,
            IsInExpressionTree = inTree,
            IsOnBase = receiver is BaseExpressionSyntax,
            IsOnTypeParameter = receiver is not null && !ExtensionBlocks.IsMember(target) && StandsOnTypeParameter(target, receiver, model, cancellation),
        };

        bool IsDynamic(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellation).Type is IDynamicTypeSymbol;
    }

    private static IMethodSymbol Called(IMethodSymbol target) => ExtensionBlocks.Carrier(target.ReducedFrom ?? target);

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax => call.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(a => a.WhenNotNull.Span.Contains(call.Span))?.Expression,
        _ => null,
    };

    private static bool StandsOnTypeParameter(IMethodSymbol target, ExpressionSyntax receiver, SemanticModel model, CancellationToken cancellation) =>
        target.IsStatic
            ? model.GetSymbolInfo(receiver, cancellation).Symbol is ITypeParameterSymbol
            : target.ReducedFrom is null && model.GetTypeInfo(receiver, cancellation).Type is ITypeParameterSymbol { IsReferenceType: false };

    private static bool StandsInExpressionTree(IOperation call)
    {
        for (var operation = call.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IConversionOperation && IsExpressionTree(operation.Type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExpressionTree(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        MetadataName: "Expression`1",
        ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" },
    };
}
