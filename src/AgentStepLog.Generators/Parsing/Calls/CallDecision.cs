using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Whether a call of an annotated method is recorded. It exists during one binding only, and is never part of a model.
/// </summary>
/// <param name="called">The method to which the call is bound: the annotated one, or an override of it.</param>
/// <param name="refusal">Why the call is not intercepted; <see cref="CallRefusal.None"/> if it is.</param>
/// <param name="method">Why the method is refused, with <see cref="CallRefusal.Method"/>.</param>
internal sealed class CallDecision(CallTarget called, CallRefusal refusal, MethodRefusal method = MethodRefusal.None)
{
    public CallTarget Called { get; } = called;

    /// <summary>The annotation that applies to the call.</summary>
    public Annotation Annotation => Called.Annotation;

    public IMethodSymbol Target => Called.Method;

    public CallRefusal Refusal { get; } = refusal;

    public MethodRefusal Method { get; } = method;

    /// <summary>The type that calls a virtual method by <c>base.</c>; null for any other call.</summary>
    public INamedTypeSymbol? BaseCaller { get; init; }

    /// <summary>Whether the called override has another signature, so that the wrapper of the annotated member does not fit.</summary>
    public bool HasOwnShape { get; init; }

    /// <summary>Whether an interceptor records the call.</summary>
    public bool IsRecorded => Refusal == CallRefusal.None;

    /// <summary>Whether the called method records itself, so that the call must not be intercepted.</summary>
    public bool IsCalleeOwned => Refusal == CallRefusal.CalleeOwned;

    /// <summary>The sentence to report. It is undefined for a call that is recorded, by an interceptor or by the method.</summary>
    public string Reason => Refusal == CallRefusal.Method ? Reasons.Sentence(Method) : Reasons.Sentence(Refusal);
}
