using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A run that a retention call came across.</summary>
/// <param name="RunId">The run.</param>
/// <param name="LastRecord">The time of its last record; null where that cannot be read.</param>
/// <param name="Bytes">What its files take, blobs included.</param>
/// <param name="Reason">Why it was dropped, or why it stayed: a sentence.</param>
public sealed record RetainedRun(string RunId, DateTimeOffset? LastRecord, long Bytes, string Reason)
{
    /// <summary>Why it was dropped, or why it stayed: a sentence, on one line.</summary>
    public string Reason { get; init; } = VisibleText.Of(Reason);

    /// <summary>
    /// Whether the policy asks for it to go. A run that stayed and is due is one that something else keeps: a log that writes it, damage, or that it cannot be told whose it is.
    /// </summary>
    public bool IsDue { get; init; }
}
