using System.Threading;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Decides whether a call is one of an annotated method, and whether it is recorded. The generator and the analyzers both use this class:
/// the generator intercepts the recorded calls, and ASL2000 reports the others.
/// </summary>
internal static class CallSites
{
    /// <summary>Decides about a call in the source.</summary>
    /// <param name="hasEqualFile">Whether another file has the same content as the call's file (<see cref="EqualFiles"/>).</param>
    /// <returns>Null if the called method is not annotated.</returns>
    public static CallDecision? Decide(
        InvocationExpressionSyntax call, SemanticModel model, bool hasEqualFile, CancellationToken cancellation)
    {
        var isSettled = TryDecide(call, model, hasEqualFile, isInterceptable: null, out var decision, cancellation);
        return isSettled ? decision : DecideByOperation(call, model, hasEqualFile, cancellation);
    }

    /// <summary>The same, where symbols suffice, since an operation makes the compiler bind the whole member around the call.</summary>
    /// <param name="isInterceptable">Whether the compiler has a location for intercepting the call; null where that is not known yet.</param>
    /// <param name="decision">Null if the called method is not annotated.</param>
    /// <returns>Whether symbols sufficed.</returns>
    public static bool TryDecide(
        InvocationExpressionSyntax call, SemanticModel model, bool hasEqualFile, bool? isInterceptable, out CallDecision? decision, CancellationToken cancellation)
    {
        decision = null;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol target || CallFacts.Of(call, target, model, cancellation) is not { } facts)
        {
            return false;
        }

        decision = Decide(facts, call, model, hasEqualFile, isInterceptable, cancellation);
        return true;
    }

    private static CallDecision? DecideByOperation(InvocationExpressionSyntax call, SemanticModel model, bool hasEqualFile, CancellationToken cancellation)
    {
        var info = model.GetSymbolInfo(call, cancellation);
        return info.Symbol is null && info.CandidateSymbols.IsEmpty ? null : model.GetOperation(call, cancellation) switch
        {
            IInvocationOperation invocation => Decide(invocation, model, hasEqualFile, cancellation),
            IDynamicInvocationOperation => DecideDynamic(info, model.Compilation),
            _ => null,
        };
    }

    /// <summary>Decides about a call as the compiler understands it. It may be one that the compiler adds itself.</summary>
    /// <inheritdoc cref="Decide(InvocationExpressionSyntax, SemanticModel, bool, CancellationToken)"/>
    public static CallDecision? Decide(
        IInvocationOperation call, SemanticModel model, bool hasEqualFile, CancellationToken cancellation) =>
        Decide(CallFacts.Of(call), call.Syntax as InvocationExpressionSyntax, model, hasEqualFile, isInterceptable: null, cancellation);

    private static CallDecision? Decide(
        CallFacts call, InvocationExpressionSyntax? syntax, SemanticModel model, bool hasEqualFile, bool? isInterceptable, CancellationToken cancellation)
    {
        var target = call.Method.OriginalDefinition;
        if (CallTarget.Of(target, model.Compilation) is not { } called)
        {
            return null;
        }

        var annotation = called.Annotation;
        if (called.RecordsItself)
        {
            var isReplaced = !SymbolEqualityComparer.Default.Equals(target.PartialDefinitionPart ?? target, annotation.Method);
            return new CallDecision(called, isReplaced ? CallRefusal.ReplacesCalleeOwned : CallRefusal.CalleeOwned);
        }

        if (called.Refusal != MethodRefusal.None)
        {
            // A user who moves the call out of the expression tree then sees the method's own reason. In the other order, the first change could be in vain.
            return call is { IsWritten: true, IsInExpressionTree: true }
                ? new CallDecision(called, CallRefusal.ExpressionTree)
                : new CallDecision(called, CallRefusal.Method, called.Refusal);
        }

        var baseCaller = BaseCaller(call, target, syntax, model, cancellation);
        var hasOwnShape = HasOwnShape(annotation.Method, target, baseCaller);
        if (hasOwnShape && MethodSupport.Check(target, model.Compilation) is not MethodRefusal.None and var own)
        {
            return new CallDecision(called, CallRefusal.Method, own);
        }

        var refusal = Refusal(call, annotation, target, baseCaller, model.Compilation);
        if (refusal == CallRefusal.None && hasEqualFile)
        {
            refusal = CallRefusal.EqualFiles;
        }

        if (refusal == CallRefusal.None && !(isInterceptable ?? model.GetInterceptableLocation(syntax!, cancellation) is not null))
        {
            refusal = CallRefusal.NotInterceptable;
        }

        return new CallDecision(called, refusal) { BaseCaller = baseCaller, HasOwnShape = hasOwnShape };
    }

    /// <summary>The annotated method as the called one overrides it, with the type arguments of the called one.</summary>
    public static IMethodSymbol? Overridden(IMethodSymbol target, IMethodSymbol annotated)
    {
        var method = target;
        while (method is not null && !SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, annotated))
        {
            method = method.OverriddenMethod;
        }

        return method is { IsGenericMethod: true } ? method.ConstructedFrom.Construct([.. target.TypeParameters]) : method;
    }

    private static bool HasOwnShape(IMethodSymbol annotated, IMethodSymbol target, INamedTypeSymbol? baseCaller) =>
        !SymbolEqualityComparer.Default.Equals(annotated, target)
        && (!SymbolEqualityComparer.Default.Equals(target.ReturnType, Overridden(target, annotated)?.ReturnType)
            || (baseCaller is not null && TypeNames.IsInGenericType(annotated.ContainingType)));

    /// <summary>The type whose code contains the call, if it is a call of a virtual method by <c>base.</c>.</summary>
    private static INamedTypeSymbol? BaseCaller(
        CallFacts call, IMethodSymbol target, InvocationExpressionSyntax? syntax, SemanticModel model, CancellationToken cancellation) =>
        call.IsOnBase && syntax is not null && (target.IsVirtual || target.IsAbstract || target.IsOverride) && !target.IsSealed
            ? model.GetEnclosingSymbol(syntax.SpanStart, cancellation) switch
            {
                INamedTypeSymbol type => type,
                var member => member?.ContainingType,
            }
            : null;

    private static CallRefusal CheckBaseCall(INamedTypeSymbol caller, IMethodSymbol target, Compilation compilation) =>
        TypeNames.IsInGenericType(caller)
        || TypeNames.IsInGenericType(target.ContainingType)
        || TypeNames.HasFileLocal(caller)
        || !Visible.Is(caller, compilation) ? CallRefusal.BaseCallOutOfReach
        : Ownership.IsOpen(caller, compilation) ? CallRefusal.None
        : CallRefusal.BaseCall;

    private static CallRefusal Refusal(
        CallFacts call, Annotation annotation, IMethodSymbol target, INamedTypeSymbol? baseCaller, Compilation compilation)
    {
        if (!call.IsWritten)
        {
            return CallRefusal.Implicit;
        }

        if (call.IsInExpressionTree)
        {
            return CallRefusal.ExpressionTree;
        }

        if (baseCaller is not null && CheckBaseCall(baseCaller, target, compilation) is not CallRefusal.None and var refusal)
        {
            return refusal;
        }

        if (call.IsOnTypeParameter)
        {
            return CallRefusal.TypeParameterReceiver;
        }

        if (SymbolEqualityComparer.Default.Equals(target, annotation.Method))
        {
            return CallRefusal.None;
        }

        return TypeNames.HasFileLocal(target.ContainingType)
            || !Visible.Is(target.ContainingType, compilation)
                ? CallRefusal.InaccessibleReceiver
                : CallRefusal.None;
    }

    private static CallDecision? DecideDynamic(SymbolInfo info, Compilation compilation)
    {
        if (info.Symbol is IMethodSymbol only && Annotations.Of(only) is { } annotation)
        {
            return Dynamic(annotation, compilation);
        }

        foreach (var candidate in info.CandidateSymbols)
        {
            if (candidate is IMethodSymbol method && Annotations.Of(method) is { } possible)
            {
                return Dynamic(possible, compilation);
            }
        }

        return null;
    }

    private static CallDecision? Dynamic(Annotation annotation, Compilation compilation) => CallTarget.Of(annotation.Method, compilation) is { } target
        ? new(target, target.RecordsItself ? CallRefusal.CalleeOwned : CallRefusal.DynamicArgument)
        : null;
}
