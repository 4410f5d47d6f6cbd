namespace AgentStepLog.Withholding;

/// <summary>One entry of the field <c>redacted</c>.</summary>
/// <param name="At">The JSON pointer to the place.</param>
/// <param name="Kind">The kind of value that was withheld.</param>
/// <param name="Commit">The commitment; null without a key ring.</param>
internal readonly record struct WithheldEntry(string At, string Kind, string? Commit);
