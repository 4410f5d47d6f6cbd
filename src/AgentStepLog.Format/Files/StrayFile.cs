namespace AgentStepLog.Files;

/// <summary>A file with the name of one of a run's files that does not belong to the run.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Why">The reason, as a clause: "its header is of run "q", and the run is "r"".</param>
internal sealed record StrayFile(string Path, string Why)
{
    /// <summary>The reason as a sentence.</summary>
    internal string Text => $"{System.IO.Path.GetFileName(Path)} is named like a file of the run and is none: {Why}.";
}
