using System;
using System.Collections.Immutable;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL2004: an annotation that does nothing.</summary>
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

        // Functions inside of bodies are no members, and come as operations only.
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
        if (method.PartialDefinitionPart is null
            && Annotations.OwnOf(method) is { } annotation
            && MethodSupport.Check(method, scope.Compilation) is not MethodRefusal.None and var refusal)
        {
            var name = method.MethodKind == MethodKind.AnonymousFunction ? "The lambda" : Display.Of(method);
            scope.Report(
                sink,
                Descriptors.MethodIsNotRecorded,
                method.MethodKind == MethodKind.AnonymousFunction
                    ? annotation.Attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken).GetLocation()
                    : method.Locations[0],
                cancellationToken,
                name,
                Reasons.Sentence(refusal));
        }
    }
}
