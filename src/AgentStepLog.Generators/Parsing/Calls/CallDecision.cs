using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// What becomes of a call of an annotated method. Lives during one binding only, never in a model.
/// </summary>
/// <param name="called">The method that the call is bound to: the annotated one, or an override of it.</param>
/// <param name="refusal">Why it is not recorded; <see cref="CallRefusal.None"/> if it is.</param>
/// <param name="method">With <see cref="CallRefusal.Method"/>: why the method is refused.</param>
internal sealed class CallDecision(CallTarget called, CallRefusal refusal, MethodRefusal method = MethodRefusal.None)
{
    public CallTarget Called { get; } = called;

    /// <summary>The annotation that counts for the call.</summary>
    public Annotation Annotation => Called.Annotation;

    public IMethodSymbol Target => Called.Method;

    public CallRefusal Refusal { get; } = refusal;

    public MethodRefusal Method { get; } = method;

    /// <summary>The type that calls by <c>base.</c> what is virtual; null for any other call.</summary>
    public INamedTypeSymbol? BaseCaller { get; init; }

    /// <summary>Whether the called override has a signature of its own, which the annotated member's wrapper does not serve.</summary>
    public bool HasOwnShape { get; init; }

    /// <summary>Whether an interceptor records it.</summary>
    public bool IsRecorded => Refusal == CallRefusal.None;

    /// <summary>Whether the called method records itself, so that the call must be left alone.</summary>
    public bool IsCalleeOwned => Refusal == CallRefusal.CalleeOwned;

    /// <summary>The sentence to report; not to be asked for when the call is recorded, by whomever.</summary>
    public string Reason => Refusal == CallRefusal.Method ? Reasons.Sentence(Method) : Reasons.Sentence(Refusal);
}
