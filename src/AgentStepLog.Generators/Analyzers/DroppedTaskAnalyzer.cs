using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL2003: a call is recorded and its task is not awaited, so that it may end after the log.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedTaskAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.TaskIsDropped];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterOperationAction(operation => Check(operation, scope), OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context, RuleScope scope)
    {
        var call = (IInvocationOperation)context.Operation;
        if (scope.MayBeAnnotated(call.TargetMethod)
            && Annotations.Of(call.TargetMethod) is not null
            && ReturnShapes.IsTask(call.TargetMethod)
            && Fate(call) is { } fate
            && call.SemanticModel is { } model
            && IsRecorded(call, model, context.CancellationToken)
            && !OurCode.Contains(context.ContainingSymbol))
        {
            scope.Report(
                context.ReportDiagnostic,
                Descriptors.TaskIsDropped,
                MemberName.In(call.Syntax).GetLocation(),
                context.CancellationToken,
                call.TargetMethod.ReducedFrom ?? call.TargetMethod,
                fate);
        }
    }

    /// <summary>Whether the call is recorded. Another rule reports a call that is not.</summary>
    private static bool IsRecorded(IInvocationOperation call, SemanticModel model, CancellationToken cancellationToken)
        => CallSites.Decide(call, model, hasEqualFile: false, cancellationToken) is { IsRecorded: true } or { IsCalleeOwned: true };

    /// <summary>How the task is dropped, as a clause; null when it is not, or when that is not certain.</summary>
    private static string? Fate(IOperation task)
    {
        while (true)
        {
            switch (task.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                case IConditionalAccessOperation access when access.WhenNotNull == task:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" } handed when handed.Instance == task:
                    task = task.Parent;
                    continue;
                case IAwaitOperation awaited:
                    return awaited.Parent is null ? null : InAsyncVoidLambda(awaited);
                case IExpressionStatementOperation:
                    return "nothing awaits it";
                case ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation }:
                    return "it is discarded";
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local, Parent: IExpressionStatementOperation } when !IsRead(local.Local, task):
                    return $"nothing reads the variable '{local.Local.Name}'";
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } when !IsRead(variable.Symbol, task):
                    return $"nothing reads the variable '{variable.Symbol.Name}'";
                default:
                    return null;
            }
        }
    }

    private static string? InAsyncVoidLambda(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol is { IsAsync: true, ReturnsVoid: true }
                        ? "an async lambda that returns nothing awaits it, and nothing can await the lambda"
                        : null;
                case ILocalFunctionOperation:
                    return null;
            }
        }

        return null;
    }

    private static bool IsRead(ILocalSymbol local, IOperation at)
    {
        var root = at;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root.Descendants()
            .OfType<ILocalReferenceOperation>()
            .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local)
                && !(reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference));
    }
}
