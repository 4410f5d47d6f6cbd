using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// ASL2000 for the calls that are no operation of their own: those by which the compiler carries out <c>foreach</c>,
/// <c>await</c> and a range in brackets. <c>using</c> calls through IDisposable, which ASL2005 names.
/// </summary>
internal static class ImplicitCalls
{
    public static void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(operation => Loop(operation, scope), OperationKind.Loop);
        context.RegisterOperationAction(operation => Await(operation, scope), OperationKind.Await);
        context.RegisterOperationAction(operation => Range(operation, scope), OperationKind.ImplicitIndexerReference);
    }

    private static void Loop(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model })
        {
            var info = model.GetForEachStatementInfo(syntax);
            Check(context, scope, syntax.Expression, info.GetEnumeratorMethod);
            Check(context, scope, syntax.Expression, info.MoveNextMethod);
        }
    }

    private static void Await(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is { Syntax: AwaitExpressionSyntax syntax, SemanticModel: { } model })
        {
            var info = model.GetAwaitExpressionInfo(syntax);
            Check(context, scope, syntax.Expression, info.GetAwaiterMethod);
            Check(context, scope, syntax.Expression, info.GetResultMethod);
        }
    }

    private static void Range(OperationAnalysisContext context, RuleScope scope)
    {
        var reference = (IImplicitIndexerReferenceOperation)context.Operation;
        Check(context, scope, reference.Argument.Syntax, reference.IndexerSymbol as IMethodSymbol);
    }

    private static void Check(OperationAnalysisContext context, RuleScope scope, SyntaxNode at, IMethodSymbol? method)
    {
        if (method is not null
            && scope.MayAnnotate(method)
            && Annotations.Of(method) is { } annotation
            && !CalleeOwned.Records(annotation.Method, scope.Compilation)
            && !OurCode.Contains(context.ContainingSymbol))
        {
            scope.Report(
                context.ReportDiagnostic,
                Descriptors.CallIsNotRecorded,
                at.GetLocation(),
                context.CancellationToken,
                method.ReducedFrom ?? method,
                Reasons.Sentence(CallRefusal.Implicit));
        }
    }
}
