namespace AgentStepLog;

/// <summary>One withheld value of a step.</summary>
/// <param name="At">JSON pointer (RFC 6901) to it from the root of the step's line, such as <c>/input/apiKey</c>.</param>
/// <param name="Kind">What was withheld, such as <c>api-key</c>.</param>
/// <param name="Commit">Base64 of a keyed commitment to the value, when a key ring was in use; else null.</param>
public sealed record WithheldValue(string At, string Kind, string? Commit = null);
