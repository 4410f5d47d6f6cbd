using System.Collections.Concurrent;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// ASL2005, the other way round: a call names the member of a class that implements an annotated member and is not annotated
/// itself. The finding is at the call, since a class that is only called through its interface needs no second annotation.
/// </summary>
internal static class ImplementationCalls
{
    public static void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var implemented = new ConcurrentDictionary<(IMethodSymbol, ITypeSymbol), IMethodSymbol?>();
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                Check(operation, scope, implemented, call.TargetMethod, call.Instance);
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(
            operation =>
            {
                var reference = (IMethodReferenceOperation)operation.Operation;
                Check(operation, scope, implemented, reference.Method, reference.Instance);
            },
            OperationKind.MethodReference);
    }

    private static void Check(
        OperationAnalysisContext context,
        RuleScope scope,
        ConcurrentDictionary<(IMethodSymbol, ITypeSymbol), IMethodSymbol?> implemented,
        IMethodSymbol method,
        IOperation? receiver)
    {
        if (method.IsStatic || method.ContainingType.TypeKind == TypeKind.Interface || !scope.MayBeAnnotated(method))
        {
            return;
        }

        var key = (method.OriginalDefinition, receiver?.Type ?? method.ContainingType);
        if (implemented.GetOrAdd(key, k => Annotated(k.Item1, k.Item2, scope.Compilation)) is { } member
            && !OurCode.Contains(context.ContainingSymbol))
        {
            scope.Report(
                context.ReportDiagnostic,
                Descriptors.BaseMemberIsNotAnnotated,
                MemberName.In(context.Operation.Syntax).GetLocation(),
                context.CancellationToken,
                method,
                member,
                method.ContainingType,
                method.Locations[0].IsInSource ? "annotate it too, or call it through the interface" : "call it through the interface");
        }
    }

    /// <summary>The annotated interface member that the method implements, in its own type, a base type or the receiver's type.</summary>
    private static IMethodSymbol? Annotated(IMethodSymbol method, ITypeSymbol receiver, Compilation compilation)
    {
        if (Annotations.Of(method) is not null)
        {
            return null;
        }

        var inReceiver = receiver.AllInterfaces
            .SelectMany(i => i.GetMembers(method.Name).OfType<IMethodSymbol>())
            .Where(m => SymbolEqualityComparer.Default.Equals(receiver.FindImplementationForInterfaceMember(m)?.OriginalDefinition, method));
        return BaseMembers.Of(method)
            .Concat(BaseMembers.Of(method).SelectMany(BaseMembers.Of))
            .Concat(inReceiver)
            .FirstOrDefault(m => Annotations.OwnOf(m.OriginalDefinition) is not null
                && MethodSupport.Check(m.OriginalDefinition, compilation) == MethodRefusal.None);
    }
}
