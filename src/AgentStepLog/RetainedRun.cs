namespace AgentStepLog;

/// <summary>A run that a retention call came across.</summary>
/// <param name="RunId">The run.</param>
/// <param name="LastRecord">The time of its last record; null where that cannot be read.</param>
/// <param name="Bytes">What its files take, blobs included.</param>
/// <param name="Reason">Why it was dropped, or why it stayed: a sentence.</param>
public sealed record RetainedRun(string RunId, DateTimeOffset? LastRecord, long Bytes, string Reason);
