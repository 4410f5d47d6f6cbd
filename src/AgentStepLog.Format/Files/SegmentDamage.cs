namespace AgentStepLog.Files;

/// <summary>The damage that other software did to one of the log's files.</summary>
/// <param name="Cause">The description of the damage.</param>
/// <param name="Lines">How many lines are lost.</param>
internal sealed record SegmentDamage(IOException Cause, long Lines);
