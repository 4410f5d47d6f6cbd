using AgentStepLog.Files;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;

namespace AgentStepLog.Writing;

/// <summary>Opens a log where its options say.</summary>
internal static class LogOpening
{
    internal static ILogFiles FilesOf(StepLogOptions options) => options.InMemory ? new MemoryFiles() : DiskFiles.Instance;

    /// <summary>What the log commits by to what it withholds; null where it does not.</summary>
    /// <exception cref="StepLogException">The key ring lies beside the log, failed, or made no key; or nobody is named, and the options refuse that.</exception>
    /// <exception cref="ArgumentException">The directory can be none.</exception>
    internal static Commitments? CommitmentsOf(StepLogOptions options, string runId)
    {
        RefuseRing(options, runId);
        return options.KeyRing is { } ring && SubjectOf(options, options.UserId, runId) is { } subject ? ring.ForRun(subject, runId) : null;
    }

    /// <summary>Refuses options whose key ring is of no use, before anything is done to a file.</summary>
    /// <exception cref="StepLogException">The key ring lies beside the log.</exception>
    /// <exception cref="ArgumentException">The directory can be none.</exception>
    internal static void RefuseRing(StepLogOptions options, string runId)
    {
        if (!options.InMemory && options.Directory is not null)
        {
            options.KeyRing?.RefuseBeside(DirectoryOf(options, runId, DiskFiles.Instance));
        }
    }

    /// <summary>Whose values the run withholds, by the key ring's name for them; null where the options say that nothing is committed to.</summary>
    /// <exception cref="StepLogException">Neither Subject nor UserId is set, and WhenNoSubject refuses that.</exception>
    internal static string? SubjectOf(StepLogOptions options, string? userId, string runId) =>
        !string.IsNullOrWhiteSpace(options.Subject) ? options.Subject
        : !string.IsNullOrWhiteSpace(userId) ? userId
        // A request of somebody who has not signed in has no user, or an empty one: that is no mistake of who writes the service.
        : options.WhenNoSubject switch
        {
            WhenNoSubject.UseRun => KeyRing.SubjectOfRun(runId),
            WhenNoSubject.CommitNothing => null,
            _ => throw new StepLogException(
                StepLogErrorReason.Refused, "The options of a step log name a KeyRing and neither a Subject nor a UserId, and WhenNoSubject is Refuse. Set Subject or UserId; "
                + "or set WhenNoSubject to UseRun, so that the run is a subject of its own, or to CommitNothing."),
        };

    /// <summary>Makes the log's file and writes its header; if that cannot be written, no file stays behind, as long as it can be deleted.</summary>
    /// <exception cref="StepLogException">It cannot be made there, or its header could not be written.</exception>
    /// <exception cref="ArgumentException">No directory is named.</exception>
    internal static LogWriter Open(StepLogOptions options, string runId, StepTypes? types, Commitments? commitments, ILogFiles files)
    {
        var run = new RunFiles(files, DirectoryOf(options, runId, files), runId, options.Durability == Durability.Durable);
        // A run id that was made just now, of the time and of chance, has no files: its directory need not be listed.
        var first = Create(run, mayHaveFiles: options.RunId is not null || !ReferenceEquals(options.Ids, StepIds.Random));
        try
        {
            return new(options, run, first, types, commitments);
        }
        catch (Exception e)
        {
            throw new StepLogException(
                FileTrouble.ReasonOf(e), $"Cannot start the step log \"{run.Path ?? runId}\": its header could not be written. {e.Message} Choose another directory, or make room.{Discard(run, first)}", e);
        }
    }

    /// <summary>Opens a run that was found to be one that can be gone on with.</summary>
    /// <exception cref="StepLogException">It cannot be written.</exception>
    internal static LogWriter GoOn(StepLogOptions options, RunFiles run, ResumedRun resumed, StepTypes? types, Commitments? commitments)
    {
        SegmentFile? last = null;
        try
        {
            var (number, length) = resumed.Scan.Files[^1];
            last = run.Reopen(number, length);
            return new(options, run, last, types, commitments, resumed);
        }
        catch (Exception e)
        {
            last?.Abandon();
            throw new StepLogException(FileTrouble.ReasonOf(e), $"Cannot resume the step log \"{run.Path}\": {e.Message}", e);
        }
    }

    private static string Discard(RunFiles run, SegmentFile first)
    {
        try
        {
            run.Discard(first);
            return "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $" What was begun of it could not be deleted: {e.Message}";
        }
    }

    private static SegmentFile Create(RunFiles run, bool mayHaveFiles)
    {
        try
        {
            run.MakeDirectory();
            return run.TryTake() ? CreateFirst(run, mayHaveFiles) : throw CannotOpen.Taken(run.SegmentPath(1), run.RunId);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            run.LetGo(isOver: !run.Files.Exists(run.SegmentPath(1)));
            throw CannotOpen.Because(e, run.Directory, run.RunId);
        }
    }

    private static SegmentFile CreateFirst(RunFiles run, bool mayHaveFiles)
    {
        if (mayHaveFiles && RunListing.EarlierFile(run) is { } earlier)
        {
            run.LetGo(isOver: !run.Files.Exists(run.SegmentPath(1)));
            throw CannotOpen.Beside(run.SegmentPath(1), run.RunId, earlier);
        }

        var first = run.Create(1);
        if (run.Path is not null)
        {
            run.Files.Delete(run.HeadPath); // of a run of this name whose files somebody deleted
        }

        return first;
    }

    // Other files than the disk's may do without a directory: their log is read through itself.
    private static string DirectoryOf(StepLogOptions options, string runId, ILogFiles files)
    {
        if (options.InMemory)
        {
            return "";
        }

        if (options.Directory is null)
        {
            return files is not DiskFiles ? ""
                : throw new ArgumentException("The options of a step log name no directory. Set Directory, or start the log in memory.", nameof(options));
        }

        try
        {
            return Path.GetFullPath(options.Directory);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw CannotOpen.Because(e, options.Directory, runId);
        }
    }
}
