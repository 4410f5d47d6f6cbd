namespace AgentStepLog.Files;

/// <summary>Opens log files for reading.</summary>
internal static class LogPath
{
    /// <exception cref="StepLogException">The file cannot be opened. The message says why, and what to do.</exception>
    public static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return RegularFile.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException(Directory.Exists(path) ? StepLogErrorReason.NotALog : FileTrouble.ReasonOf(e), Explain(path, e), e);
        }
    }

    private static string Explain(string path, Exception exception) => exception switch
    {
        _ when Directory.Exists(path) => $"{path} is a directory: name a log file in it, such as {Path.Combine(path, "run.jsonl")}.",
        IrregularFileException irregular => $"The log file {irregular.Message}: name a regular file.",
        FileNotFoundException or DirectoryNotFoundException => $"There is no log file {Path.GetFullPath(path)}.",
        UnauthorizedAccessException => $"The log file {path} may not be read by this user: {exception.Message}",
        _ => $"The log file {path} cannot be read: {exception.Message}",
    };
}
