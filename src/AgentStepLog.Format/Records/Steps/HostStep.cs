namespace AgentStepLog;

/// <summary>
/// A record that the program writes itself, and that is no call: <c>log.Record(new EventStep { Name = "retry" })</c>. The program sets what the type adds; the log sets
/// what all steps have (run, number, time, chain) when it writes the line.
/// </summary>
public abstract record HostStep : Step
{
    private protected HostStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    private protected HostStep(Step envelope)
        : base(envelope)
    {
    }
}
