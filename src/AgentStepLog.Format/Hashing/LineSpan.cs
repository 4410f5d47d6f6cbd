namespace AgentStepLog.Hashing;

/// <summary>The place of a line in a buffer, without its LF.</summary>
internal readonly record struct LineSpan(int Start, int Length);
