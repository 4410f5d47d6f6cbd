using System;
using System.Collections.Generic;
using System.Linq;
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
/// ASL2000 for the calls without an operation of their own: those by which the compiler implements <c>foreach</c>,
/// <c>await</c>, <c>fixed</c>, a range in brackets, deconstruction, positional and slice patterns, and <c>await using</c> without IAsyncDisposable.
/// A <c>using</c> with the interface calls through it, which ASL2005 reports.
/// </summary>
internal static class ImplicitCalls
{
    public static void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(operation => Loop(operation, scope), OperationKind.Loop);
        context.RegisterOperationAction(operation => Await(operation, scope), OperationKind.Await);
        context.RegisterOperationAction(operation => Range(operation, scope), OperationKind.ImplicitIndexerReference);
        context.RegisterOperationAction(operation => Using(operation, scope), OperationKind.Using, OperationKind.UsingDeclaration);
        context.RegisterOperationAction(operation => Deconstruction(operation, scope), OperationKind.DeconstructionAssignment);
        context.RegisterOperationAction(operation => Pattern(operation, scope), OperationKind.RecursivePattern, OperationKind.SlicePattern);
        context.RegisterSyntaxNodeAction(node => Fixed(node, scope), SyntaxKind.FixedStatement);
        CollectionCalls.Register(context, scope);
    }

    private static void Loop(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model })
        {
            var info = model.GetForEachStatementInfo(syntax);
            Check(context, scope, syntax.Expression, info.GetEnumeratorMethod);
            Check(context, scope, syntax.Expression, info.MoveNextMethod);
            Check(context, scope, syntax.Expression, info.DisposeMethod);
            if (syntax is ForEachVariableStatementSyntax each)
            {
                Deconstruct(context, scope, each.Variable, model.GetDeconstructionInfo(each));
            }
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

    // This statement has no operation.
    private static void Fixed(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        foreach (var variable in ((FixedStatementSyntax)context.Node).Declaration.Variables)
        {
            if (variable.Initializer?.Value is { } pinned && context.SemanticModel.GetTypeInfo(pinned, context.CancellationToken).Type is { } type)
            {
                var method = context.SemanticModel.LookupSymbols(pinned.SpanStart, type, "GetPinnableReference", includeReducedExtensionMethods: true)
                    .OfType<IMethodSymbol>()
                    .FirstOrDefault(static m => m is { IsStatic: false, ReturnsByRef: true } or { IsStatic: false, ReturnsByRefReadonly: true } && m.Parameters.All(static p => p.IsOptional || p.IsParams));
                Check(context.ContainingSymbol, context.ReportDiagnostic, scope, pinned, method, context.CancellationToken);
            }
        }
    }

    private static void Range(OperationAnalysisContext context, RuleScope scope)
    {
        var reference = (IImplicitIndexerReferenceOperation)context.Operation;
        Check(context, scope, reference.Argument.Syntax, reference.IndexerSymbol as IMethodSymbol);
    }

    // Without IAsyncDisposable, await using calls a method by its name.
    private static void Using(OperationAnalysisContext context, RuleScope scope)
    {
        var (isAsynchronous, resources) = context.Operation switch
        {
            IUsingOperation statement => (statement.IsAsynchronous, statement.Resources),
            IUsingDeclarationOperation declaration => (declaration.IsAsynchronous, declaration.DeclarationGroup),
            _ => (false, null),
        };
        foreach (var (type, at) in isAsynchronous ? Resources(resources) : [])
        {
            for (var t = type.AllInterfaces.Any(static i => i.Name == "IAsyncDisposable") ? null : type; t is not null; t = t.BaseType)
            {
                Check(context, scope, at, t.GetMembers("DisposeAsync").OfType<IMethodSymbol>().FirstOrDefault(static m => !m.IsStatic && m.Parameters.All(static p => p.IsOptional)));
            }
        }
    }

    private static IEnumerable<(ITypeSymbol Type, SyntaxNode At)> Resources(IOperation? resources) => resources is IVariableDeclarationGroupOperation group
        ? group.GetDeclaredVariables().Select(v => (v.Type, group.Syntax))
        : resources?.Type is { } type ? [(type, resources.Syntax)] : [];

    private static void Deconstruction(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model })
        {
            Deconstruct(context, scope, syntax.Right, model.GetDeconstructionInfo(syntax));
        }
    }

    private static void Deconstruct(OperationAnalysisContext context, RuleScope scope, SyntaxNode at, DeconstructionInfo info)
    {
        Check(context, scope, at, info.Method);
        foreach (var nested in info.Nested)
        {
            Deconstruct(context, scope, at, nested);
        }
    }

    private static void Pattern(OperationAnalysisContext context, RuleScope scope) => Check(
        context,
        scope,
        context.Operation.Syntax,
        (context.Operation is ISlicePatternOperation slice ? slice.SliceSymbol : ((IRecursivePatternOperation)context.Operation).DeconstructSymbol) as IMethodSymbol);

    public static void Check(OperationAnalysisContext context, RuleScope scope, SyntaxNode at, IMethodSymbol? method) =>
        Check(context.ContainingSymbol, context.ReportDiagnostic, scope, at, method, context.CancellationToken);

    private static void Check(ISymbol? caller, Action<Diagnostic> sink, RuleScope scope, SyntaxNode at, IMethodSymbol? method, CancellationToken cancellation)
    {
        if (method is not null
            && scope.MayBeAnnotated(method)
            && Annotations.Of(method) is { } annotation
            && !OurCode.Contains(caller))
        {
            if (CalleeOwned.Records(annotation.Method, scope.Compilation))
            {
                scope.RecordsItself(annotation.Method, at.GetLocation());
                return;
            }

            scope.Report(
                sink,
                Descriptors.CallIsNotRecorded,
                at.GetLocation(),
                cancellation,
                method.ReducedFrom ?? method,
                Reasons.Sentence(CallRefusal.Implicit));
        }
    }
}
