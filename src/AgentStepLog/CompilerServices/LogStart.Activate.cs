namespace AgentStepLog.CompilerServices;

public sealed partial class LogStart
{
    /// <summary>Makes a log active in the caller's flow. It is synchronous, because a log that an async method activates is not active for its caller.</summary>
    /// <param name="log">The log.</param>
    /// <returns>The log.</returns>
    public static T Activate<T>(T log)
        where T : StepLog
    {
        ArgumentNullException.ThrowIfNull(log);
        log.Activate();
        return log;
    }
}
