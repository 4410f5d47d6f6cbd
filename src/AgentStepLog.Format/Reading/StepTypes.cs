namespace AgentStepLog;

/// <summary>
/// How calls of annotated methods become typed steps. A generated log has its own, and passes it where a log is read. A step whose
/// values cannot be read (not captured, hashed, redacted, blob gone, other shape since then) stays the untyped one.
/// </summary>
public abstract class StepTypes
{
    internal StepTypes()
    {
    }

    /// <summary>The typed step, or the same one where there is no type for it.</summary>
    internal abstract CallStep Typed(CallStep step);
}
