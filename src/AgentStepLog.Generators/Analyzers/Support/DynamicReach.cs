using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// Finds the annotated method that a call on a <c>dynamic</c> receiver may reach. The compiler knows only the name, so each instance method counts
/// that the caller may call and that takes this number of arguments.
/// </summary>
internal static class DynamicReach
{
    public static IMethodSymbol? Of(
        IDynamicInvocationOperation call, string name, ISymbol caller, RuleScope scope, CancellationToken cancellationToken)
    {
        ISymbol within = caller as INamedTypeSymbol ?? caller.ContainingType ?? (ISymbol)scope.Compilation.Assembly;
        return scope.Compilation.GetSymbolsWithName(name, SymbolFilter.Member, cancellationToken)
            .OfType<IMethodSymbol>()
            .Concat(ReferencedNames.Methods(scope.Compilation, name, cancellationToken))
            .FirstOrDefault(method =>
                !method.IsStatic
                && Annotations.OwnOf(method) is not null
                && !CalleeOwned.Records(method, scope.Compilation)
                && Takes(method, call)
                && scope.Compilation.IsSymbolAccessibleWithin(method, within));
    }

    private static bool Takes(IMethodSymbol method, IDynamicInvocationOperation call)
    {
        var parameters = method.Parameters;
        var named = Enumerable.Range(0, call.Arguments.Length).Select(call.GetArgumentName).OfType<string>();
        return call.Arguments.Length >= parameters.Count(static p => !p.IsOptional && !p.IsParams)
            && (call.Arguments.Length <= parameters.Length || parameters.LastOrDefault() is { IsParams: true })
            && named.All(n => parameters.Any(p => p.Name == n));
    }
}
