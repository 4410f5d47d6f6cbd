namespace AgentStepLog.Files;

/// <summary>What lies under the name of one of a run's files, and is none of them.</summary>
/// <param name="Path">Where.</param>
/// <param name="Why">Why not, as a clause: "its header is of run "q", and the run is "r"".</param>
internal sealed record StrayFile(string Path, string Why)
{
    /// <summary>The same as a sentence.</summary>
    internal string Text => $"{System.IO.Path.GetFileName(Path)} is named like a file of the run and is none: {Why}.";
}
