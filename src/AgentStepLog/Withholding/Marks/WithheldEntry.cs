namespace AgentStepLog.Withholding;

/// <summary>An entry of <c>redacted</c>.</summary>
/// <param name="At">The JSON pointer.</param>
/// <param name="Kind">What was withheld there.</param>
/// <param name="Commit">The commitment, where there is a key ring.</param>
internal readonly record struct WithheldEntry(string At, string Kind, string? Commit);
