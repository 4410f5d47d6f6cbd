namespace AgentStepLog.Reading;

/// <summary>A finding about the files of a run, apart from their lines.</summary>
/// <param name="Verdict">The least severe verdict that the log can have with this finding.</param>
/// <param name="Text">The finding as a sentence.</param>
/// <param name="HoldsTo">The finding adds nothing where a line before this number is flawed already; 0 where it always counts.</param>
internal sealed record FileFinding(Verdict Verdict, string Text, long HoldsTo = 0);
