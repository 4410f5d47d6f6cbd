namespace AgentStepLog.Generators.Parsing;

/// <summary>Why a call of an annotated method is not recorded (ASL2000, ASL2002). <see cref="Reasons"/> has the sentences.</summary>
internal enum CallRefusal
{
    /// <summary>It is recorded.</summary>
    None,

    /// <summary>The method itself is refused: <see cref="CallDecision.Method"/> says why.</summary>
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
}
