using System;
using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL3006: the code of a method that records itself can be called without a record.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoreUseAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.CoreIsReachable];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol is IMethodSymbol { DeclaredAccessibility: not Accessibility.Private } core && Owner(core) is { } owner)
                {
                    Report(scope, symbol.ReportDiagnostic, core.Locations[0], core, owner, "is not private", "make it private");
                }
            },
            SymbolKind.Method);
        context.RegisterOperationAction(
            operation => Use(operation, scope, ((IInvocationOperation)operation.Operation).TargetMethod, "is called directly"),
            OperationKind.Invocation);
        context.RegisterOperationAction(
            operation => Use(operation, scope, ((IMethodReferenceOperation)operation.Operation).Method, "is handed over"),
            OperationKind.MethodReference);
    }

    private static void Use(OperationAnalysisContext context, RuleScope scope, IMethodSymbol method, string how)
    {
        if (scope.MayAnnotate(method) && Owner(method.OriginalDefinition) is { } owner && !OurCode.Contains(context.ContainingSymbol))
        {
            Report(scope, context.ReportDiagnostic, MemberName.In(context.Operation.Syntax).GetLocation(), method, owner, how, "take the method without Core");
        }
    }

    /// <summary>The method whose code this one has; null where it is no such method.</summary>
    private static IMethodSymbol? Owner(IMethodSymbol core)
        => core.Name.EndsWith(CalleeOwned.Suffix, StringComparison.Ordinal) && core.ContainingType is { } type
            ? type.GetMembers(core.Name.Substring(0, core.Name.Length - CalleeOwned.Suffix.Length))
                .OfType<IMethodSymbol>()
                .FirstOrDefault(owner => Annotations.OwnOf(owner) is not null
                    && SymbolEqualityComparer.Default.Equals(CalleeOwned.Core(owner), core))
            : null;

    private static void Report(RuleScope scope, Action<Diagnostic> sink, Location at, IMethodSymbol core, IMethodSymbol owner, string how, string remedy)
        => scope.Report(sink, Descriptors.CoreIsReachable, at, default, core, owner, how, remedy);
}
