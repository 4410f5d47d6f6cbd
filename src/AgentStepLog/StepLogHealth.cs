namespace AgentStepLog;

/// <summary>How a log fares. A snapshot.</summary>
/// <param name="Steps">Lines written, the header included.</param>
/// <param name="Lost">
/// Records, and values too large for their line, that could not be written. A <c>gap</c> record says so in the log as soon as
/// writing works again. A log file that was deleted while the run went on is written anew when the log closes; if that fails, all
/// its lines count here.
/// </param>
/// <param name="Late">Steps that ended, or events that came, after the log was closed. They are not in the log.</param>
/// <param name="Blobs">Large values stored beside the log.</param>
public readonly record struct StepLogHealth(long Steps, long Lost, long Late, long Blobs)
{
    /// <summary>Whether recording is switched off in this process, by <c>AGENTSTEPLOG=off</c> in its environment: the log writes nothing.</summary>
    public bool IsOff { get; init; }

    /// <summary>Records that subscribers did not get, because they were too slow, or had not done when the log was disposed.</summary>
    public long Undelivered { get; init; }

    /// <summary>Records at which a subscriber threw.</summary>
    public long SubscriberFailures { get; init; }
}
