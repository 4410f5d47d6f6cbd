namespace AgentStepLog.Hashing;

/// <summary>Where a line stands in a buffer, without its LF.</summary>
internal readonly record struct LineSpan(int Start, int Length);
