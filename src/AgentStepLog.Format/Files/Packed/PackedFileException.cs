namespace AgentStepLog.Files;

/// <summary>A file that was compressed with gzip is damaged.</summary>
/// <param name="what">The damage, as the rest of a sentence: "ends within its trailer".</param>
/// <param name="isCut">Whether the file only ends too soon, as an aborted copy or compression leaves it.</param>
internal sealed class PackedFileException(string what, bool isCut = false) : IOException($"It cannot be unpacked, since it {what}.")
{
    /// <summary>The damage, as the rest of a sentence.</summary>
    public string What => what;

    public bool IsCut => isCut;
}
