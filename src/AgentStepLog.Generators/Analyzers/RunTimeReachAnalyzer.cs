using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL2002: the call is made, or bound, only when the program runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RunTimeReachAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ReachedAtRunTime];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(operation => Dynamic(operation, scope), OperationKind.DynamicInvocation);
        context.RegisterOperationAction(operation => Invocation(operation, scope), OperationKind.Invocation);
    }

    private static void Dynamic(OperationAnalysisContext context, RuleScope scope)
    {
        var call = (IDynamicInvocationOperation)context.Operation;
        if (call.Syntax is not InvocationExpressionSyntax syntax || call.SemanticModel is null)
        {
            return;
        }

        if (CallSites.Decide(syntax, call.SemanticModel, hasEqualFile: false, context.CancellationToken) is { } decision)
        {
            Report(context, scope, MemberName.In(syntax), decision.Target, "a call with a dynamic argument");
        }
        else if (call.Operation is IDynamicMemberReferenceOperation { ContainingType: null } member
            && DynamicReach.Of(call, member.MemberName, context.ContainingSymbol, scope, context.CancellationToken) is { } possible)
        {
            Report(context, scope, MemberName.In(syntax), possible, "a dynamic receiver, if that is what it holds");
        }
    }

    private static void Invocation(OperationAnalysisContext context, RuleScope scope)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "GetMethod", ContainingType: { Name: "Type", ContainingNamespace.Name: "System" } })
        {
            Reflection(context, scope, call);
        }
        else if (scope.MayAnnotate(call.TargetMethod)
            && CallSites.Decide(call, call.SemanticModel!, hasEqualFile: false, context.CancellationToken)
                is { Refusal: CallRefusal.ExpressionTree } decision)
        {
            Report(context, scope, MemberName.In(call.Syntax), decision.Target, "an expression tree");
        }
    }

    private static void Reflection(OperationAnalysisContext context, RuleScope scope, IInvocationOperation call)
    {
        if (call.Instance is ITypeOfOperation type
            && call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.SpecialType == SpecialType.System_String) is { } argument
            && argument.Value.ConstantValue is { HasValue: true, Value: string name }
            && type.TypeOperand.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static m => Annotations.Of(m) is not null) is { } method)
        {
            Report(context, scope, argument.Syntax, method, "reflection");
        }
    }

    private static void Report(OperationAnalysisContext context, RuleScope scope, SyntaxNode at, IMethodSymbol method, string way)
    {
        if (Annotations.Of(method) is { } annotation && CalleeOwned.Records(annotation.Method, scope.Compilation))
        {
            scope.RecordsItself(annotation.Method, at.GetLocation());
            return;
        }

        scope.Report(context.ReportDiagnostic, Descriptors.ReachedAtRunTime, at.GetLocation(), context.CancellationToken, method, way);
    }
}
