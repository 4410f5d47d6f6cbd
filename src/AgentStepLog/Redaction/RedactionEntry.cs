namespace AgentStepLog.Redacting;

/// <summary>An entry of <c>redacted</c>.</summary>
/// <param name="At">The JSON pointer.</param>
/// <param name="Kind">What was withheld there.</param>
internal readonly record struct RedactionEntry(string At, string Kind);
