using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>Makes the options that a log starts with: a checked copy of the caller's options, with the place that the start names.</summary>
internal static class StartOptions
{
    internal static StepLogOptions Of(StepLogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Checked(options.Clone());
    }

    /// <exception cref="ArgumentException">The options name another directory, or <see cref="OptionChecks"/> refuses them.</exception>
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

    /// <summary>The options for resuming the run of a file.</summary>
    /// <exception cref="ArgumentException">The options name a run id, or a directory other than the file's.</exception>
    internal static StepLogOptions OfRun(string path, StepLogOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (options?.RunId is { } id)
        {
            throw new ArgumentException($"A run that is resumed by its file has its id there, and StepLogOptions.RunId is \"{id}\": leave RunId unset.", nameof(options));
        }

        return OfFile(path, Copy(options));
    }

    /// <summary>The options for resuming a run in a directory.</summary>
    /// <exception cref="ArgumentException">The id is invalid, or the options name another run or directory.</exception>
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
        if (!string.IsNullOrWhiteSpace(other) && !string.IsNullOrWhiteSpace(directory) && !IsSame(directory, other))
        {
            throw new ArgumentException($"The log is to be in \"{directory}\", and StepLogOptions.Directory is \"{other}\". Name one of them.", parameter);
        }
    }

    private static bool IsSame(string one, string other) => string.Equals(
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(one)), Path.TrimEndingDirectorySeparator(Path.GetFullPath(other)),
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
