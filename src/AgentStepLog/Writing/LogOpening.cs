namespace AgentStepLog.Writing;

/// <summary>Opens a log where its options say.</summary>
internal static class LogOpening
{
    /// <exception cref="StepLogException">It cannot be made there.</exception>
    internal static LogWriter Open(StepLogOptions options, string runId, StepTypes? types)
    {
        if (options.InMemory)
        {
            return new(options, runId, new MemoryStorage(), types);
        }

        var directory = options.Directory
            ?? throw new ArgumentException("The options of a step log name no directory. Set Directory, or start the log in memory.", nameof(options));
        var storage = FileStorage.Create(directory, runId);
        try
        {
            return new(options, runId, storage, types);
        }
        catch (Exception e)
        {
            storage.Discard();
            throw e is IOException or UnauthorizedAccessException ? CannotOpen.Because(e, directory, runId) : new StepLogException(
                $"Cannot start the step log \"{storage.Path}\": {e.Message}", e);
        }
    }
}
