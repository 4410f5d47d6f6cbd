using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>The options that a log starts with: a copy of the caller's, with the place that the call names, checked.</summary>
internal static class StartOptions
{
    internal static StepLogOptions Of(StepLogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Checked(options.Clone());
    }

    /// <exception cref="ArgumentException">The options name another directory; or see <see cref="OptionChecks"/>.</exception>
    internal static StepLogOptions InDirectory(string directory, StepLogOptions? options)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var copy = Copy(options);
        RefuseOther(directory, copy.Directory, nameof(options));
        copy.Directory = directory;
        return Checked(copy);
    }

    internal static StepLogOptions InMemory(StepLogOptions? options)
    {
        var copy = Copy(options);
        copy.InMemory = true;
        return Checked(copy);
    }

    /// <summary>The options that go on with the run of a file.</summary>
    /// <exception cref="ArgumentException">The options name a run id, or another directory than the file's.</exception>
    internal static StepLogOptions OfRun(string path, StepLogOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (options?.RunId is { } id)
        {
            throw new ArgumentException($"A run that is resumed by its file has its id there, and StepLogOptions.RunId is \"{id}\": leave RunId unset.", nameof(options));
        }

        return OfFile(path, Copy(options));
    }

    /// <summary>The options that go on with a run of a directory.</summary>
    /// <exception cref="ArgumentException">The id is ill-formed, or the options name another run or directory.</exception>
    internal static StepLogOptions OfRun(string directory, string runId, StepLogOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        WellFormedRunId.Checked(runId, nameof(runId));
        var copy = Copy(options);
        if (copy.RunId is { } other && other != runId)
        {
            throw new ArgumentException($"The run to resume is \"{runId}\", and StepLogOptions.RunId is \"{other}\". Name one of them.", nameof(options));
        }

        copy.RunId = runId;
        return OfFile(Path.Combine(directory, runId + ".jsonl"), copy);
    }

    private static StepLogOptions OfFile(string path, StepLogOptions copy)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        RefuseOther(directory, copy.Directory, "options");
        (copy.ResumedPath, copy.Directory) = (path, directory);
        return Checked(copy);
    }

    private static StepLogOptions Copy(StepLogOptions? options) => options?.Clone() ?? new();

    private static StepLogOptions Checked(StepLogOptions copy)
    {
        OptionChecks.Check(copy);
        return copy;
    }

    private static void RefuseOther(string directory, string? other, string parameter)
    {
        if (!string.IsNullOrWhiteSpace(other) && !string.IsNullOrWhiteSpace(directory) && Path.GetFullPath(other) != Path.GetFullPath(directory))
        {
            throw new ArgumentException($"The log is to be in \"{directory}\", and StepLogOptions.Directory is \"{other}\". Name one of them.", parameter);
        }
    }
}
