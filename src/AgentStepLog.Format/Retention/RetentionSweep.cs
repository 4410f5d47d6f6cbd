using System.Globalization;
using AgentStepLog.Files;

namespace AgentStepLog.Retention;

/// <summary>One call of <see cref="StepLogRetention"/>.</summary>
internal sealed class RetentionSweep(ILogFiles files, string directory, RetentionPolicy policy)
{
    private const string Written = "A log is writing it.";

    private readonly List<RetainedRun> _dropped = [];
    private readonly List<RetainedRun> _kept = [];
    private readonly List<RetainedRun> _hidden = [];
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly Person? _person = Person.Of(policy);

    public RetentionReport Run()
    {
        if (!policy.DryRun)
        {
            Finish();
        }

        var names = new DirectoryNames(files, directory);
        var runs = Find(names).OrderBy(run => run.LastRecord ?? DateTimeOffset.MaxValue).ThenBy(run => run.Run.RunId, StringComparer.Ordinal).ToList();
        var bytes = runs.Sum(run => run.Bytes);
        var now = policy.TimeProvider.GetUtcNow();
        foreach (var run in runs)
        {
            var isTheirs = _person is null ? false : _person.Owns(run);
            if (Why(run, isTheirs, bytes, now) is not { } why)
            {
                Keep(run, isTheirs is null ? Person.Unknown : "The policy has no reason to drop it.", isDue: isTheirs is null);
            }
            else if (TryDrop(run, names, ref why) is { } obstacle)
            {
                Keep(run, isTheirs is true ? $"{Person.Theirs} {obstacle}" : obstacle, isDue: true);
            }
            else
            {
                bytes -= run.Bytes;
                _gone.UnionWith(run.Segments.Select(segment => Path.GetFileName(segment.Path)));
                _dropped.Add(new(run.Run.RunId, run.LastRecord, run.Bytes, why) { IsDue = true });
            }
        }

        var manifests = new ManifestSweep(new RetriedFiles(files), directory, _gone, policy.DryRun);
        manifests.Run();
        return new()
        {
            Dropped = _dropped, Kept = [.. _kept, .. _hidden], DroppedManifests = manifests.Dropped, ManifestObstacle = manifests.Obstacle, IsDryRun = policy.DryRun,
        };
    }

    private void Finish()
    {
        var names = new DirectoryNames(files, directory);
        foreach (var id in StoredRun.Begun(names))
        {
            try
            {
                StoredRun.Finish(files, names, id, () => Forget(id));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _hidden.Add(new(id, null, 0, $"It was dropped, and the rest of its files cannot be deleted: {e.Message}") { IsDue = true });
            }
        }
    }

    // One run that cannot be looked at must not keep the others from being dropped.
    private List<StoredRun> Find(DirectoryNames names)
    {
        var runs = new List<StoredRun>();
        foreach (var name in names.All)
        {
            try
            {
                if (StoredRun.Of(files, names, name) is { } run)
                {
                    runs.Add(run);
                }
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && !files.Exists(Path.Combine(directory, name)))
            {
                // Another retention call has dropped it meanwhile.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _hidden.Add(new(SegmentName.Stem(name) ?? name, null, 0, $"It cannot be looked at: {e.Message}") { IsDue = _person is not null });
            }
        }

        return runs;
    }

    private string? Why(StoredRun run, bool? isTheirs, long bytes, DateTimeOffset now) =>
        isTheirs is true ? Person.Theirs
        : run.LastRecord is { } last && now - last > policy.MaxAge
            ? string.Create(CultureInfo.InvariantCulture, $"Its last record is {(now - last).TotalDays:0.#} days old, and {policy.MaxAge.Value.TotalDays:0.#} are kept.")
        : bytes > policy.MaxBytes
            ? string.Create(CultureInfo.InvariantCulture, $"All runs have {bytes} bytes, {policy.MaxBytes} are kept, and it was the oldest.")
        : null;

    private void Keep(StoredRun run, string why, bool isDue) => _kept.Add(new(run.Run.RunId, run.LastRecord, run.Bytes, why) { IsDue = isDue });

    /// <returns>Why the run stays; null if it was dropped.</returns>
    private string? TryDrop(StoredRun run, DirectoryNames names, ref string why)
    {
        try
        {
            if (policy.DryRun)
            {
                return run.Run.Files.IsLocked(run.Run.LockPath) ? Written : Obstacle(run, names, out _);
            }

            if (!run.Run.TryTakeAgain())
            {
                return Written;
            }

            var isOver = false;
            try
            {
                if (run.HasChanged)
                {
                    return "Its files have changed meanwhile: the next call looks at it again.";
                }

                if (Obstacle(run, names, out isOver) is { } obstacle)
                {
                    return obstacle;
                }

                why += run.Drop(() => Forget(run.Run.RunId));
                isOver = true;
                run.Run.LetGo(isOver);
                return null;
            }
            finally
            {
                run.Run.LetGo(isOver: isOver && run.Run.MadeLock);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StepLogException)
        {
            return $"It cannot be dropped: {e.Message}";
        }
    }

    // Erases the key that belongs to the run alone.
    private string Forget(string runId)
    {
        try
        {
            policy.KeyRing?.Erase(KeyRing.SubjectOfRun(runId));
            return "";
        }
        catch (Exception e)
        {
            // A key ring of the application may throw any exception. The run is gone by now, so the report states the error.
            return $" The run's own key is not erased, and the next call tries it again: {e.Message}";
        }
    }

    private string? Obstacle(StoredRun run, DirectoryNames names, out bool isEnded)
    {
        isEnded = false;
        if (run.OtherVersion is { } version)
        {
            return string.Create(CultureInfo.InvariantCulture, $"It is of format version {version}, and this is version 1: use a newer version of AgentStepLog.");
        }

        if (policy is { DropAbandoned: true, DropDamaged: true })
        {
            return null; // it is dropped, whatever a verification would find
        }

        var verification = StepLogVerifier.Verify(run.FirstPath, names);
        isEnded = verification.Outcome is not null;
        var verifies = verification.Verdict is Verdict.SelfConsistent or Verdict.BlobMissing;
        return !verifies && !policy.DropDamaged ? $"It does not verify. {verification.Message}"
            : verifies && verification.Outcome is null && !policy.DropAbandoned ? "It was not ended, and may be resumed."
            : null;
    }
}
