using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// ASL2000 proves that each call of an annotated method in the finished compilation has an interceptor, or else
/// reports it. Reasons in the source alone are always reported. A missing interceptor can be reported only
/// when the compilation contains the generator's implementation output.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallAnalyzer : RuleAnalyzer
{
    /// <summary>The reason for a call that could be intercepted, but that another generator wrote, so that this one did not see it.</summary>
    internal const string WrittenByOthers =
        "no interceptor stands in front of it, as where another generator wrote the call; make the call in a source file of the project";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.CallIsNotRecorded];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var generatorRan = OurCode.IsComplete(scope.Compilation);
        var equalFiles = new Lazy<HashSet<SyntaxTree>>(
            () => EqualFiles.Among(OurCode.OtherTrees(scope.Compilation), CancellationToken.None)); // no token, since a Lazy would keep a cancellation forever
        context.RegisterOperationAction(
            operation => Check(operation, scope, equalFiles, generatorRan),
            OperationKind.Invocation);
        ImplicitCalls.Register(context, scope);
    }

    private static void Check(
        OperationAnalysisContext context, RuleScope scope, Lazy<HashSet<SyntaxTree>> equalFiles, bool generatorRan)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!scope.MayBeAnnotated(call.TargetMethod)
            || call.SemanticModel is not { } model
            || Annotations.Of(call.TargetMethod) is null
            || OurCode.Contains(context.ContainingSymbol))
        {
            return;
        }

        var at = MemberName.In(call.Syntax).GetLocation();
        var decision = CallSites.Decide(call, model, equalFiles.Value.Contains(call.Syntax.SyntaxTree), context.CancellationToken);
        var reason = decision switch
        {
            null => null,
            { Refusal: CallRefusal.ExpressionTree or CallRefusal.DynamicArgument } => null, // ASL2002
            { IsCalleeOwned: true } => null,
            { IsRecorded: false } => decision.Reason,
            _ when generatorRan => Missing((InvocationExpressionSyntax)call.Syntax, model, context.CancellationToken),
            _ => null,
        };
        if (reason is not null)
        {
            scope.Report(
                context.ReportDiagnostic,
                Descriptors.CallIsNotRecorded,
                at,
                context.CancellationToken,
                decision!.Target,
                reason);
        }
        else if (decision is { IsRecorded: true })
        {
            scope.Recorded(decision.Annotation.Method, at);
        }
        else if (decision is { IsCalleeOwned: true })
        {
            scope.RecordsItself(decision.Annotation.Method, at);
        }
    }

    /// <summary>Why an interceptable call is not intercepted; null when it is.</summary>
    private static string? Missing(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetInterceptorMethod(call, cancellationToken) is { } interceptor)
        {
            return OurCode.IsInterceptor(interceptor, model.Compilation)
                ? null
                : $"it is intercepted by '{interceptor.ToDisplayString()}', which is not ours; switch that interception off for this call";
        }

        return WrittenByOthers;
    }
}
