namespace AgentStepLog.Withholding;

/// <summary>A value that was withheld when it was captured.</summary>
/// <param name="Offset">Where what stands in its place begins.</param>
/// <param name="Kind">What was withheld.</param>
/// <param name="Value">The value's JSON, where it can be committed to.</param>
internal readonly record struct WithheldMark(int Offset, string Kind, byte[]? Value = null);
