namespace AgentStepLog.Files;

/// <summary>A file that was compressed with gzip is damaged.</summary>
/// <param name="what">What is wrong with it, as the rest of a sentence: "ends within its trailer".</param>
/// <param name="isCut">Whether it only ends too soon, as a copy or a compression that was broken off leaves it.</param>
internal sealed class PackedFileException(string what, bool isCut = false) : IOException($"It cannot be unpacked, since it {what}.")
{
    /// <summary>What is wrong with it, as the rest of a sentence.</summary>
    public string What => what;

    public bool IsCut => isCut;
}
