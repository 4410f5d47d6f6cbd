namespace AgentStepLog;

/// <summary>How a log fares. A snapshot.</summary>
/// <param name="Steps">Lines written, the header included.</param>
/// <param name="Lost">
/// Records, and values too large for their line, that could not be written. A <c>gap</c> record says so in the log as soon as
/// writing works again. Lines that something else than the log took out of its file (by cutting it short, as <c>copytruncate</c> does) count here as soon as
/// that is noticed; the run then goes on in a next file. A log file that was deleted, moved or replaced while the run went on is written anew; if that fails until
/// the log has closed, all its lines count here.
/// </param>
/// <param name="Late">
/// Steps that ended, or events that came, after the log was closed; and each <c>Fail</c> or <c>Cancel</c> of a run, or <c>Fail</c> of a call manually, that had ended
/// before. They are not in the log.
/// </param>
/// <param name="Blobs">Large values stored beside the log.</param>
public readonly record struct StepLogHealth(long Steps, long Lost, long Late, long Blobs)
{
    /// <summary>Whether recording is switched off in this process, by <c>AGENTSTEPLOG=off</c> in its environment: the log writes nothing.</summary>
    public bool IsOff { get; init; }

    /// <summary>Records that subscribers did not get, because they were too slow, or had not done when the log was disposed.</summary>
    public long Undelivered { get; init; }

    /// <summary>Records at which a subscriber threw.</summary>
    public long SubscriberFailures { get; init; }

    /// <summary>What a subscriber threw last: the exception's type and message, without tokens; null if none ever threw.</summary>
    public string? LastSubscriberFailure { get; init; }

    /// <summary>Bytes of memory in which lines wait to be written; zero but under <see cref="Durability.Queued"/>.</summary>
    public long QueuedBytes { get; init; }

    /// <summary>The file that is written, from 1: more after a failed sync, or by size.</summary>
    public int Segment { get; init; }

    /// <summary>What went wrong last with the log itself; null if nothing ever did.</summary>
    public string? LastFailure { get; init; }

    /// <summary>Whether the last attempt to write failed, and none has worked since.</summary>
    public bool IsFailing { get; init; }

    /// <summary>Values that the run has withheld, and looks for in everything that it records: at most <see cref="StepLogOptions.WithheldValueLimit"/>.</summary>
    public int WithheldValues { get; init; }

    /// <summary>
    /// How often a value was withheld that found no room among these: once it is more than zero the set is full, and such a value is withheld where it is
    /// marked, and not where it comes again.
    /// </summary>
    public long WithheldValuesLeftOut { get; init; }
}
