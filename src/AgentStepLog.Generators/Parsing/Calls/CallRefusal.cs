namespace AgentStepLog.Generators.Parsing;

/// <summary>Why a call of an annotated method is not intercepted (ASL2000, ASL2002). <see cref="Reasons"/> has the sentences.</summary>
internal enum CallRefusal
{
    /// <summary>The call is intercepted, and so recorded.</summary>
    None,

    /// <summary>The method itself is refused. <see cref="CallDecision.Method"/> says why.</summary>
    Method,
    DynamicArgument,
    ExpressionTree,
    BaseCall,
    BaseCallOutOfReach,
    TypeParameterReceiver,
    Implicit,
    NotInterceptable,
    EqualFiles,
    InaccessibleReceiver,

    /// <summary>The call may run an override, without a record of its own, of a method that records itself.</summary>
    ReplacesCalleeOwned,

    /// <summary>The method itself records the call. An interceptor would record it twice.</summary>
    CalleeOwned,
}
