namespace AgentStepLog.Files;

/// <summary>The name of a file is that of something else than a regular file, or of a link that leads to no regular file in the directory. It is never opened.</summary>
/// <param name="path">The path.</param>
/// <param name="what">The entry's type, as the rest of a sentence: "is a directory".</param>
internal sealed class IrregularFileException(string path, string what) : IOException($"{path} {what}")
{
    /// <summary>The entry's type, as the rest of a sentence.</summary>
    internal string What => what;

    /// <summary>Whether it is a link to nothing, so that the file itself is gone.</summary>
    internal bool IsGone { get; init; }
}
