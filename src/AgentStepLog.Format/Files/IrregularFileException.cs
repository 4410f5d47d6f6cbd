namespace AgentStepLog.Files;

/// <summary>Under a file's name lies something that is no regular file, or a link that leads to none in the directory. It is never opened.</summary>
/// <param name="path">Where.</param>
/// <param name="what">What it is, as the rest of a sentence: "is a directory".</param>
internal sealed class IrregularFileException(string path, string what) : IOException($"{path} {what}")
{
    /// <summary>What it is, as the rest of a sentence.</summary>
    internal string What => what;

    /// <summary>Whether it is a link to nothing, so that what should lie there is gone.</summary>
    internal bool IsGone { get; init; }
}
