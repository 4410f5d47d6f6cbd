namespace AgentStepLog.Writing;

/// <summary>Opens a log where its options say.</summary>
internal static class LogOpening
{
    /// <exception cref="StepLogException">It cannot be made there.</exception>
    /// <exception cref="ArgumentException">No directory is named.</exception>
    internal static ILogStorage StorageOf(StepLogOptions options, string runId)
    {
        if (options.InMemory)
        {
            return new MemoryStorage();
        }

        var directory = options.Directory
            ?? throw new ArgumentException("The options of a step log name no directory. Set Directory, or start the log in memory.", nameof(options));
        return FileStorage.Create(directory, runId);
    }

    /// <summary>Writes the header; if it cannot be written, no file stays behind.</summary>
    /// <exception cref="StepLogException">It could not be written.</exception>
    internal static LogWriter Open(StepLogOptions options, string runId, StepTypes? types, ILogStorage storage)
    {
        try
        {
            return new(options, runId, storage, types);
        }
        catch (Exception e)
        {
            storage.Discard();
            throw new StepLogException(
                $"Cannot start the step log \"{storage.Path ?? runId}\": its header could not be written. {e.Message} Choose another directory, or make room.", e);
        }
    }
}
