namespace AgentStepLog;

/// <summary>One withheld value of a step.</summary>
/// <param name="At">JSON pointer (RFC 6901) to the value from the root of the step's line, such as <c>/input/apiKey</c>.</param>
/// <param name="Kind">The kind of the withheld value, such as <c>api-key</c>.</param>
/// <param name="Commit">Base64 of a keyed commitment to the value, when the run used a key ring; otherwise null.</param>
public sealed record WithheldValue(string At, string Kind, string? Commit = null);
