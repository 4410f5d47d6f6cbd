namespace AgentStepLog;

/// <summary>
/// Turns calls of annotated methods into typed steps. A generated log has such types, and passes them where a log is read. A step whose
/// values cannot be read (not captured, hashed, withheld, in a blob that is gone, or of another shape) stays untyped.
/// </summary>
public abstract class StepTypes
{
    internal StepTypes()
    {
    }

    /// <summary>The typed step, or the same step where there is no type for it.</summary>
    internal abstract CallStep Typed(CallStep step);
}
