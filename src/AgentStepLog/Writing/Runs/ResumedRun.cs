using AgentStepLog.Integrity;

namespace AgentStepLog.Writing;

/// <summary>The state of a run that is resumed.</summary>
/// <param name="Header">The first step of the run.</param>
/// <param name="HeaderLine">The bytes of that step's line.</param>
/// <param name="Scan">The result of reading the log.</param>
/// <param name="FirstOfSegment">The number of the first line of its last file.</param>
/// <param name="BeginsNext">Whether the last file stays as it is, and a next one begins.</param>
/// <param name="Quarantine">The removed rest of a line that the log must report; null for none.</param>
/// <param name="Lost">How many lines the head knew that are gone.</param>
/// <param name="OpenIntents">The calls that have an intent and no outcome.</param>
internal sealed record ResumedRun(
    RunStartStep Header, byte[] HeaderLine, ResumeScan Scan, long FirstOfSegment, bool BeginsNext, Quarantine? Quarantine, long Lost, IReadOnlyList<IntentStep> OpenIntents);
