using System.Collections.Immutable;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL2001: calls through the delegate reach the method itself, without a record.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MethodGroupAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MethodGroupIsHandedOver];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterOperationAction(
            operation =>
            {
                var reference = (IMethodReferenceOperation)operation.Operation;
                if (scope.MayBeAnnotated(reference.Method)
                    && Annotations.Of(reference.Method) is { } annotation
                    && !OurCode.Contains(operation.ContainingSymbol))
                {
                    var at = MemberName.In(reference.Syntax).GetLocation();
                    if (CalleeOwned.Records(annotation.Method, scope.Compilation))
                    {
                        scope.RecordsItself(annotation.Method, at);
                        return;
                    }

                    scope.Report(
                        operation.ReportDiagnostic,
                        Descriptors.MethodGroupIsHandedOver,
                        at,
                        operation.CancellationToken,
                        annotation.Method,
                        MethodGroups.GoesWhereAnyDelegateDoes(reference) ? "make the method partial, so that it records itself" : "hand over a lambda that calls it");
                }
            },
            OperationKind.MethodReference);
}
