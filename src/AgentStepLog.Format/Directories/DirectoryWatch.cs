namespace AgentStepLog.Directories;

/// <summary>Compares the runs of a directory with those that its last look found.</summary>
internal sealed class DirectoryWatch(StepLogDirectory directory)
{
    private Dictionary<string, (StepLogRun Run, long Bytes)> _seen = new(StringComparer.Ordinal);

    /// <summary>The changes since the last look. The first look reports all runs that are there.</summary>
    /// <exception cref="StepLogException">The directory is gone, or may not be listed.</exception>
    internal List<StepLogChange> Look()
    {
        var changes = new List<StepLogChange>();
        var now = new Dictionary<string, (StepLogRun, long)>(StringComparer.Ordinal);
        foreach (var (run, files) in directory.Look())
        {
            var bytes = run.LengthOf(files);
            now.Add(run.RunId, (run, bytes));
            if (!_seen.Remove(run.RunId, out var before))
            {
                changes.Add(new(run, StepLogChangeKind.Added));
            }
            else if (before.Bytes != bytes)
            {
                changes.Add(new(run, StepLogChangeKind.Written));
            }
        }

        changes.AddRange(_seen.Values.Select(static gone => new StepLogChange(gone.Run, StepLogChangeKind.Removed)));
        _seen = now;
        return changes;
    }
}
