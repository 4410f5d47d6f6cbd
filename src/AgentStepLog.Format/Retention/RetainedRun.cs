using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A run that a retention call dropped or kept.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="LastRecord">The time of its last record; null where that cannot be read.</param>
/// <param name="Bytes">The size of its files in bytes, blobs included.</param>
/// <param name="Reason">Why it was dropped, or why it stayed, as a sentence.</param>
public sealed record RetainedRun(string RunId, DateTimeOffset? LastRecord, long Bytes, string Reason)
{
    /// <summary>Why it was dropped, or why it stayed, as a sentence on one line.</summary>
    public string Reason { get; init; } = VisibleText.Of(Reason);

    /// <summary>
    /// Whether the policy has a reason to drop it. Such a run stays where a log still writes it, where it is damaged or abandoned, or where it is unknown whose run
    /// it is.
    /// </summary>
    public bool IsDue { get; init; }
}
