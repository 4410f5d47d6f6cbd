namespace AgentStepLog.Reading;

/// <summary>What is wrong with the files of a run, whatever their lines say.</summary>
/// <param name="Verdict">What it makes of the log, at least.</param>
/// <param name="Text">What it is, as a sentence.</param>
internal sealed record FileFinding(Verdict Verdict, string Text);
