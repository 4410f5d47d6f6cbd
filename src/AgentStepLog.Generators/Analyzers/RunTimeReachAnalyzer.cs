using System.Collections.Generic;
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

/// <summary>ASL2002: the call is made, or bound, only at run time.</summary>
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
            Report(context, scope, MemberName.In(syntax), decision.Target, "a call with a dynamic argument", "cast the arguments to their types");
        }
        else if (call.Operation is IDynamicMemberReferenceOperation { Instance.Type: { } receiver } named && Implemented(receiver, named.MemberName) is { } contract)
        {
            Report(context, scope, MemberName.In(syntax), contract, "a call with a dynamic argument", "cast the arguments to their types");
        }
        else if (call.Operation is IDynamicMemberReferenceOperation { Instance.Type.TypeKind: TypeKind.Dynamic } member
            && DynamicReach.Of(call, member.MemberName, context.ContainingSymbol, scope, context.CancellationToken) is { } possible)
        {
            Report(context, scope, MemberName.In(syntax), possible, "a dynamic receiver, if that is what it holds", "cast the receiver to its type");
        }
    }

    /// <summary>The annotated interface member with this name, where the call is on the class that implements it and the class's own member is not annotated.</summary>
    private static IMethodSymbol? Implemented(ITypeSymbol type, string name)
        => type.AllInterfaces.SelectMany(i => i.GetMembers(name)).OfType<IMethodSymbol>().FirstOrDefault(static m => Annotations.OwnOf(m) is not null);

    private static void Invocation(OperationAnalysisContext context, RuleScope scope)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "GetMethod", ContainingType: { Name: "Type", ContainingNamespace.Name: "System" } })
        {
            Reflection(context, scope, call);
        }
        else if (scope.MayBeAnnotated(call.TargetMethod)
            && CallSites.Decide(call, call.SemanticModel!, hasEqualFile: false, context.CancellationToken)
                is { Refusal: CallRefusal.ExpressionTree } decision)
        {
            Report(context, scope, MemberName.In(call.Syntax), decision.Target, "an expression tree", "move the call out of it");
        }
    }

    private static void Reflection(OperationAnalysisContext context, RuleScope scope, IInvocationOperation call)
    {
        if (call.Instance is ITypeOfOperation type
            && call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.SpecialType == SpecialType.System_String) is { } argument
            && argument.Value.ConstantValue is { HasValue: true, Value: string name }
            && Found(type.TypeOperand, name).FirstOrDefault(static m => Annotations.Of(m) is not null) is { } method)
        {
            Report(context, scope, argument.Syntax, method, "reflection", "call it by name, or make it partial, without a body");
        }
    }

    /// <summary>The methods that <c>GetMethod</c> may find by this name, inherited instance methods included.</summary>
    private static IEnumerable<IMethodSymbol> Found(ITypeSymbol type, string name)
        => type.GetMembers(name).OfType<IMethodSymbol>().Concat(type.BaseType is { } inherited
            ? Found(inherited, name).Where(static m => m is { IsStatic: false, DeclaredAccessibility: not Accessibility.Private })
            : []);

    private static void Report(OperationAnalysisContext context, RuleScope scope, SyntaxNode at, IMethodSymbol method, string way, string remedy)
    {
        if (Annotations.Of(method) is { } annotation && CalleeOwned.Records(annotation.Method, scope.Compilation))
        {
            scope.RecordsItself(annotation.Method, at.GetLocation());
            return;
        }

        scope.Report(context.ReportDiagnostic, Descriptors.ReachedAtRunTime, at.GetLocation(), context.CancellationToken, method, way, remedy);
    }
}
