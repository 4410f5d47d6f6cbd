using System.Globalization;
using AgentStepLog.Writing;

namespace AgentStepLog.Retention;

/// <summary>One call of <see cref="StepLogRetention"/>.</summary>
internal sealed class RetentionSweep(ILogFiles files, string directory, RetentionPolicy policy)
{
    private readonly List<RetainedRun> _dropped = [];
    private readonly List<RetainedRun> _kept = [];
    private readonly List<RetainedRun> _hidden = [];

    public RetentionReport Run()
    {
        StoredRun.Finish(files, directory);
        var runs = Find().OrderBy(run => run.LastRecord ?? DateTimeOffset.MaxValue).ThenBy(run => run.Run.RunId, StringComparer.Ordinal).ToList();
        var bytes = runs.Sum(run => run.Bytes);
        var now = policy.TimeProvider.GetUtcNow();
        foreach (var run in runs)
        {
            if (Why(run, bytes, now) is not { } why)
            {
                Keep(run, "It is neither older nor larger than is to be kept.");
            }
            else if (TryDrop(run, ref why) is { } obstacle)
            {
                Keep(run, obstacle);
            }
            else
            {
                bytes -= run.Bytes;
                _dropped.Add(new(run.Run.RunId, run.LastRecord, run.Bytes, why));
            }
        }

        return new() { Dropped = _dropped, Kept = [.. _kept, .. _hidden] };
    }

    // A run that cannot be looked at is no reason for the others to stay.
    private List<StoredRun> Find()
    {
        var runs = new List<StoredRun>();
        foreach (var name in files.List(directory))
        {
            try
            {
                if (StoredRun.RunIdOf(files, directory, name) is { } id)
                {
                    runs.Add(new(files, directory, id));
                }
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && !files.Exists(Path.Combine(directory, name)))
            {
                // Another call has dropped it meanwhile.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                var id = name[..name.LastIndexOf(".jsonl", StringComparison.Ordinal)];
                _hidden.Add(new(id, null, 0, $"It cannot be looked at: {e.Message}"));
            }
        }

        return runs;
    }

    private string? Why(StoredRun run, long bytes, DateTimeOffset now) =>
        run.LastRecord is { } last && now - last > policy.MaxAge
            ? string.Create(CultureInfo.InvariantCulture, $"Its last record is {(now - last).TotalDays:0.#} days old, and {policy.MaxAge.Value.TotalDays:0.#} are kept.")
        : bytes > policy.MaxBytes
            ? string.Create(CultureInfo.InvariantCulture, $"All runs have {bytes} bytes, {policy.MaxBytes} are kept, and it was the oldest.")
        : null;

    private void Keep(StoredRun run, string why) => _kept.Add(new(run.Run.RunId, run.LastRecord, run.Bytes, why));

    /// <returns>Why it stays; null if it is gone.</returns>
    private string? TryDrop(StoredRun run, ref string why)
    {
        try
        {
            if (!run.Run.TryTake())
            {
                return "A log is writing it.";
            }

            var isGone = false;
            try
            {
                if (Obstacle(run) is { } obstacle)
                {
                    return obstacle;
                }

                why += run.Drop() is { } rest ? $" What is left of its files goes the next time: {rest.Message}" : "";
                isGone = true;
                return null;
            }
            finally
            {
                run.Run.LetGo(isOver: isGone);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StepLogException)
        {
            return $"It cannot be dropped: {e.Message}";
        }
    }

    private string? Obstacle(StoredRun run)
    {
        if (run.OtherVersion is { } version)
        {
            return string.Create(CultureInfo.InvariantCulture, $"It is of format version {version}, and this is version 1: use a newer version of AgentStepLog.");
        }

        if (policy is { DropAbandoned: true, DropDamaged: true })
        {
            return null; // whatever a reading found, it goes
        }

        var verification = StepLogVerifier.Verify(run.FirstPath);
        var verifies = verification.Verdict is Verdict.SelfConsistent or Verdict.PayloadMissing;
        return !verifies && !policy.DropDamaged ? $"It does not verify. {verification.Message}"
            : verifies && verification.Outcome is null && !policy.DropAbandoned ? "It was not ended, and may be resumed."
            : null;
    }
}
