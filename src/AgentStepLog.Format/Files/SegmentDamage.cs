namespace AgentStepLog.Files;

/// <summary>What something else than the log did to one of its files.</summary>
/// <param name="Cause">What was found.</param>
/// <param name="Lines">How many lines are not there any more.</param>
internal sealed record SegmentDamage(IOException Cause, long Lines);
