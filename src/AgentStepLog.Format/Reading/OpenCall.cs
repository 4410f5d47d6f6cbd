namespace AgentStepLog.Reading;

/// <summary>The place of the intent of a call whose outcome is not in the log yet.</summary>
/// <param name="Step">The line's number.</param>
/// <param name="Segment">The number of the file, from 1.</param>
/// <param name="Offset">The place of the line in that file, in bytes.</param>
internal readonly record struct OpenCall(long Step, int Segment, long Offset);
