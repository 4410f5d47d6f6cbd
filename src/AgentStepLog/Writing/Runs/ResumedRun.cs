using AgentStepLog.Integrity;

namespace AgentStepLog.Writing;

/// <summary>Where a run stands that is gone on with.</summary>
/// <param name="Header">What was said of it when it began.</param>
/// <param name="HeaderLine">Its bytes.</param>
/// <param name="Scan">How far it came.</param>
/// <param name="FirstOfSegment">The number of the first line of its last file.</param>
/// <param name="BeginsNext">Whether the last file is left as it is, and a next one begins.</param>
/// <param name="Quarantine">What is to be told as taken out; null for nothing.</param>
/// <param name="Lost">How many lines are gone that a head knew of.</param>
/// <param name="OpenIntents">The calls that were announced and have no outcome.</param>
internal sealed record ResumedRun(
    RunStartStep Header, byte[] HeaderLine, ResumeScan Scan, long FirstOfSegment, bool BeginsNext, Quarantine? Quarantine, long Lost, IReadOnlyList<IntentStep> OpenIntents);
