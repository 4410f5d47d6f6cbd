namespace AgentStepLog;

/// <summary>What a recorded call does while its log cannot be written.</summary>
public enum LogFailurePolicy
{
    /// <summary>It goes on. What is lost is counted, and a <c>gap</c> record tells it once writing works again. The default.</summary>
    FailOpen,

    /// <summary>
    /// It is not made: its intent is written first, and where that cannot be, the call throws <see cref="StepLogException"/> before the
    /// method runs. An outcome that cannot be written is counted, for the effect has happened; the next call is then refused,
    /// unless its intent, a short line, can be written again: on a disk with little room left that may be so for some calls.
    /// </summary>
    FailClosed,
}
