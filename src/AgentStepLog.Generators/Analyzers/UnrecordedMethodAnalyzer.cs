using System;
using System.Collections.Immutable;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL2004: an annotation without effect.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnrecordedMethodAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MethodIsNotRecorded];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(
            symbol => Check((IMethodSymbol)symbol.Symbol, scope, symbol.ReportDiagnostic, symbol.CancellationToken),
            SymbolKind.Method);

        // Local functions are no members, so they are found as operations.
        context.RegisterOperationAction(
            operation => Check(
                ((ILocalFunctionOperation)operation.Operation).Symbol, scope, operation.ReportDiagnostic, operation.CancellationToken),
            OperationKind.LocalFunction);
        context.RegisterOperationAction(
            operation => Check(
                ((IAnonymousFunctionOperation)operation.Operation).Symbol, scope, operation.ReportDiagnostic, operation.CancellationToken),
            OperationKind.AnonymousFunction);
    }

    private static void Check(IMethodSymbol method, RuleScope scope, Action<Diagnostic> sink, CancellationToken cancellationToken)
    {
        if (method.PartialDefinitionPart is not null || Annotations.OwnOf(method) is not { } annotation)
        {
            return;
        }

        var isLambda = method.MethodKind == MethodKind.AnonymousFunction;
        var at = isLambda
            ? annotation.Attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken).GetLocation()
            : method.Locations[0];
        var refusal = MethodSupport.Check(method, scope.Compilation);
        scope.Declared(annotation, refusal, at);
        if (refusal != MethodRefusal.None)
        {
            scope.Report(
                sink,
                Descriptors.MethodIsNotRecorded,
                at,
                cancellationToken,
                isLambda ? "The lambda" : method,
                Reasons.Sentence(refusal));
        }
    }
}
