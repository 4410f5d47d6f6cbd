namespace AgentStepLog;

/// <summary>
/// A step that the application itself records and that is no call: <c>log.Record(new EventStep { Name = "retry" })</c>. The application sets the properties of the
/// derived type. The log sets the properties that all steps have (run, number, time, chain) when it writes the line.
/// </summary>
public abstract record HostStep : Step
{
    private protected HostStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    private protected HostStep(Step envelope)
        : base(envelope)
    {
    }
}
