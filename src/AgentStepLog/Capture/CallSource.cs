namespace AgentStepLog.Capture;

/// <summary>What made a call, where that is not a line of the user's code that the compiler knows.</summary>
internal abstract class CallSource
{
    internal abstract StepRoute Route { get; }

    internal virtual string? CallId => null;

    /// <summary>Pointers of the arguments that were not given as the schema asks, and read all the same.</summary>
    internal virtual string[] Coerced => [];

    /// <summary>Called when the recorded call begins to run.</summary>
    internal virtual void Entered(ActiveStep step)
    {
    }
}
