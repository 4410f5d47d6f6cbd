using System.Threading;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Decides for a call whether it is one of an annotated method, and whether it is recorded. The one place that knows:
/// the generator intercepts what is recorded according to this, and ASL2000 reports the rest.
/// </summary>
internal static class CallSites
{
    /// <summary>Decides for a call as it is written.</summary>
    /// <param name="hasEqualFile">Whether the call's file has an equal one (<see cref="EqualFiles"/>).</param>
    /// <returns>Null if the call is of no annotated method.</returns>
    public static CallDecision? Decide(
        InvocationExpressionSyntax call, SemanticModel model, bool hasEqualFile, CancellationToken cancellation)
    {
        var info = model.GetSymbolInfo(call, cancellation);
        if (info.Symbol is IMethodSymbol target && CallFacts.Of(call, target, model, cancellation) is { } facts)
        {
            return Decide(facts, call, model, hasEqualFile, cancellation);
        }

        return info.Symbol is null && info.CandidateSymbols.IsEmpty ? null : model.GetOperation(call, cancellation) switch
        {
            IInvocationOperation invocation => Decide(invocation, model, hasEqualFile, cancellation),
            IDynamicInvocationOperation => DecideDynamic(info),
            _ => null,
        };
    }

    /// <summary>Decides for a call as the compiler understands it: one that it adds by itself too.</summary>
    /// <inheritdoc cref="Decide(InvocationExpressionSyntax, SemanticModel, bool, CancellationToken)"/>
    public static CallDecision? Decide(
        IInvocationOperation call, SemanticModel model, bool hasEqualFile, CancellationToken cancellation) =>
        Decide(CallFacts.Of(call), call.Syntax as InvocationExpressionSyntax, model, hasEqualFile, cancellation);

    private static CallDecision? Decide(
        CallFacts call, InvocationExpressionSyntax? syntax, SemanticModel model, bool hasEqualFile, CancellationToken cancellation)
    {
        var target = call.Method.OriginalDefinition;
        if (Annotations.Of(target) is not { } annotation)
        {
            return null;
        }

        // Of a referenced assembly no body shows who writes the record: the attribute on the generated one tells.
        var method = Annotations.IsCalleeOwned(annotation.Method)
            ? MethodRefusal.CalleeOwned
            : MethodSupport.Check(annotation.Method, model.Compilation);
        if (method != MethodRefusal.None)
        {
            return new CallDecision(annotation, target, CallRefusal.Method, method);
        }

        var refusal = Refusal(call, annotation, target, model.Compilation);
        if (refusal == CallRefusal.None && hasEqualFile)
        {
            refusal = CallRefusal.EqualFiles;
        }

        if (refusal == CallRefusal.None && model.GetInterceptableLocation(syntax!, cancellation) is null)
        {
            refusal = CallRefusal.NotInterceptable;
        }

        return new CallDecision(annotation, target, refusal);
    }

    /// <summary>The annotated method as the called one overrides it: constructed of the type parameters of that.</summary>
    public static IMethodSymbol? Overridden(IMethodSymbol target, IMethodSymbol annotated)
    {
        var method = target;
        while (method is not null && !SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, annotated))
        {
            method = method.OverriddenMethod;
        }

        return method is { IsGenericMethod: true } ? method.ConstructedFrom.Construct([.. target.TypeParameters]) : method;
    }

    private static CallRefusal Refusal(
        CallFacts call, Annotation annotation, IMethodSymbol target, Compilation compilation)
    {
        if (!call.IsWritten)
        {
            return CallRefusal.Implicit;
        }

        if (call.IsInExpressionTree)
        {
            return CallRefusal.ExpressionTree;
        }

        if (call.IsOnBase
            && (target.IsVirtual || target.IsAbstract || target.IsOverride) && !target.IsSealed)
        {
            return CallRefusal.BaseCall;
        }

        if (call.IsOnTypeParameter)
        {
            return CallRefusal.TypeParameterReceiver;
        }

        if (SymbolEqualityComparer.Default.Equals(target, annotation.Method))
        {
            return CallRefusal.None;
        }

        if (!SymbolEqualityComparer.Default.Equals(target.ReturnType, Overridden(target, annotation.Method)?.ReturnType))
        {
            return CallRefusal.CovariantOverride;
        }

        return TypeNames.HasFileLocal(target.ContainingType)
            || !compilation.IsSymbolAccessibleWithin(target.ContainingType, compilation.Assembly)
                ? CallRefusal.InaccessibleReceiver
                : CallRefusal.None;
    }

    private static CallDecision? DecideDynamic(SymbolInfo info)
    {
        if (info.Symbol is IMethodSymbol only && Annotations.Of(only) is { } annotation)
        {
            return new CallDecision(annotation, annotation.Method, CallRefusal.DynamicArgument);
        }

        foreach (var candidate in info.CandidateSymbols)
        {
            if (candidate is IMethodSymbol method && Annotations.Of(method) is { } possible)
            {
                return new CallDecision(possible, possible.Method, CallRefusal.DynamicArgument);
            }
        }

        return null;
    }
}
