namespace AgentStepLog.Reading;

/// <summary>Where the intent of a call stands whose outcome is not in the log yet.</summary>
/// <param name="Step">The line's number.</param>
/// <param name="Segment">The file, from 1.</param>
/// <param name="Offset">Where the line begins in it.</param>
internal readonly record struct OpenCall(long Step, int Segment, long Offset);
