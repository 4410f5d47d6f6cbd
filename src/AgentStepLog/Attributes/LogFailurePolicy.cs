namespace AgentStepLog;

/// <summary>What a recorded call does while its log cannot be written.</summary>
public enum LogFailurePolicy
{
    /// <summary>The call runs. The lost records are counted, and a <c>gap</c> step reports them once writing works again. The default.</summary>
    FailOpen,

    /// <summary>
    /// The call is not made. Its intent is written first, and the call throws <see cref="StepLogException"/> before the method runs if the intent cannot be written. An
    /// outcome that cannot be written is counted, because the effect has happened. The next call is refused unless its intent can be written. An intent is a short
    /// line, so some calls may still run on a disk with little room left.
    /// </summary>
    FailClosed,
}
