namespace AgentStepLog.Withholding;

/// <summary>A value that was withheld when it was captured.</summary>
/// <param name="Offset">The offset of the text that stands in its place.</param>
/// <param name="Kind">The kind of value that was withheld.</param>
/// <param name="Value">The value's JSON, if the log can commit to it.</param>
internal readonly record struct WithheldMark(int Offset, string Kind, byte[]? Value = null);
