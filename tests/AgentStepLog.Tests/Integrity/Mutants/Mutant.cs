namespace AgentStepLog.Tests.Integrity.Mutants;

/// <summary>A directory with one thing wrong in it, and what must be said of that at least.</summary>
/// <param name="What">What was changed.</param>
/// <param name="Image">The directory.</param>
/// <param name="Path">The file of the run that is asked about.</param>
/// <param name="AtLeast">No verdict may be milder.</param>
/// <param name="AtMost">Nor may one be harsher: what is no damage must raise no alarm.</param>
/// <param name="MayBeRefused">Whether the file asked about cannot be opened, or is no log, so that there may be an exception in place of a verdict.</param>
/// <param name="IsHidden">Whether lines may be missing from what is read without a word: those that a next file says are to be passed over.</param>
internal sealed record Mutant(
    string What, RunImage Image, string Path, Verdict AtLeast, Verdict AtMost = Verdict.Tampered, bool MayBeRefused = false, bool IsHidden = false)
{
    private static readonly Verdict[] s_mildestFirst = [Verdict.SelfConsistent, Verdict.BlobMissing, Verdict.Torn, Verdict.BlobAltered, Verdict.Tampered];

    public static int Weight(Verdict verdict) => Array.IndexOf(s_mildestFirst, verdict);

    public bool Allows(Verdict found) => Weight(found) >= Weight(AtLeast) && Weight(found) <= Weight(AtMost);
}
