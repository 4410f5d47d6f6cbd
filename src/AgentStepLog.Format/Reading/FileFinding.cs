namespace AgentStepLog.Reading;

/// <summary>What is wrong with the files of a run, whatever their lines say.</summary>
/// <param name="Verdict">What it makes of the log, at least.</param>
/// <param name="Text">What it is, as a sentence.</param>
/// <param name="HoldsTo">The line up to which all lines have to hold together for it to say more than they do; 0 where it always does.</param>
internal sealed record FileFinding(Verdict Verdict, string Text, long HoldsTo = 0);
