namespace AgentStepLog;

/// <summary>The state of a log at one moment.</summary>
/// <param name="Steps">Lines written, the header included.</param>
/// <param name="Lost">
/// Records, and blobs, that could not be written. A <c>gap</c> step reports them once writing works again. Lines that another program removed from the log's file (by
/// cutting it short, as <c>copytruncate</c> does) are counted when the log notices it; the run then continues in a next file. A log file that was deleted, moved or
/// replaced during the run is written again. If that fails until the log has closed, all its lines are counted.
/// </param>
/// <param name="Late">
/// Steps and events that came after the log was closed. Each <c>Fail</c> or <c>Cancel</c> of a run that had ended counts, and so does each <c>Fail</c> of a manually
/// recorded call that had ended. They are not in the log.
/// </param>
/// <param name="Blobs">Large values that were stored beside the log.</param>
public readonly record struct StepLogHealth(long Steps, long Lost, long Late, long Blobs)
{
    /// <summary>Whether recording is switched off in this process by <c>AGENTSTEPLOG=off</c> in its environment. Then the log writes nothing.</summary>
    public bool IsOff { get; init; }

    /// <summary>Records that subscribers did not receive, because they were too slow or had not finished when the log was disposed.</summary>
    public long Undelivered { get; init; }

    /// <summary>Records at which a subscriber threw an exception.</summary>
    public long SubscriberFailures { get; init; }

    /// <summary>The last exception that a subscriber threw: its type and message, without secrets; null if none has thrown.</summary>
    public string? LastSubscriberFailure { get; init; }

    /// <summary>Bytes of the lines that wait in memory to be written; zero except with <see cref="Durability.Queued"/>.</summary>
    public long QueuedBytes { get; init; }

    /// <summary>The number of the file that is written, from 1. A run has several files after a failed sync, or because of their size.</summary>
    public int Segment { get; init; }

    /// <summary>The last failure of the log itself; null if there was none.</summary>
    public string? LastFailure { get; init; }

    /// <summary>Whether the last attempt to write failed, and no later one has succeeded.</summary>
    public bool IsFailing { get; init; }

    /// <summary>Values that the run has withheld and searches for in everything that it records; at most <see cref="StepLogOptions.WithheldValueLimit"/>.</summary>
    public int WithheldValues { get; init; }

    /// <summary>
    /// How often a withheld value found no room among these. If it is more than zero, the set is full. Further values are withheld where they are marked, and not where
    /// they are repeated.
    /// </summary>
    public long WithheldValuesLeftOut { get; init; }
}
