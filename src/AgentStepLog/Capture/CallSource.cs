namespace AgentStepLog.Capture;

/// <summary>The source of a call that is not a line of the user's code known to the compiler.</summary>
internal abstract class CallSource
{
    internal abstract StepRoute Route { get; }

    internal virtual string? CallId => null;

    /// <summary>The JSON pointers of the arguments that the library read although they did not fit the schema.</summary>
    internal virtual string[] Coerced => [];

    /// <summary>Called when the recorded call begins to run.</summary>
    internal virtual void Entered(ActiveStep step)
    {
    }
}
