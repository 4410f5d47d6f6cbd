using AgentStepLog.Files;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;

namespace AgentStepLog.Writing;

/// <summary>Opens a log at the place that its options name.</summary>
internal static class LogOpening
{
    internal static ILogFiles FilesOf(StepLogOptions options) => options.InMemory ? new MemoryFiles() : DiskFiles.Instance;

    /// <summary>Makes the commitments for withheld values; null if the log makes none.</summary>
    /// <exception cref="StepLogException">The key ring is beside the log, fails, or makes no key; or no subject is named and the options refuse that.</exception>
    /// <exception cref="ArgumentException">The directory is not a valid path.</exception>
    internal static Commitments? CommitmentsOf(StepLogOptions options, string runId)
    {
        RefuseRing(options, runId);
        return options.KeyRing is { } ring && SubjectOf(options, options.UserId, runId) is { } subject ? ring.ForRun(subject, runId) : null;
    }

    /// <summary>Refuses options with an unusable key ring, before any file is changed.</summary>
    /// <exception cref="StepLogException">The key ring is beside the log.</exception>
    /// <exception cref="ArgumentException">The directory is not a valid path.</exception>
    internal static void RefuseRing(StepLogOptions options, string runId)
    {
        if (!options.InMemory && options.Directory is not null)
        {
            options.KeyRing?.RefuseBeside(DirectoryOf(options, runId, DiskFiles.Instance));
        }
    }

    /// <summary>The subject of the run, by the key ring's name for it; null if the options say that nothing is committed to.</summary>
    /// <exception cref="StepLogException">Neither Subject nor UserId is set, and WhenNoSubject refuses that.</exception>
    internal static string? SubjectOf(StepLogOptions options, string? userId, string runId) =>
        !string.IsNullOrWhiteSpace(options.Subject) ? options.Subject
        : !string.IsNullOrWhiteSpace(userId) ? userId
        // The user may be missing or empty, for a request of a user who has not signed in. That is no mistake of the service.
        : options.WhenNoSubject switch
        {
            WhenNoSubject.UseRun => KeyRing.SubjectOfRun(runId),
            WhenNoSubject.CommitNothing => null,
            _ => throw new StepLogException(
                StepLogErrorReason.Refused, "The options of a step log name a KeyRing and neither a Subject nor a UserId, and WhenNoSubject is Refuse. Set Subject or UserId; "
                + "or set WhenNoSubject to UseRun, so that the run is a subject of its own, or to CommitNothing."),
        };

    /// <summary>Makes the log's file and writes its header. If the header cannot be written, the file is deleted again, as far as that is possible.</summary>
    /// <exception cref="StepLogException">The file cannot be made there, or its header could not be written.</exception>
    /// <exception cref="ArgumentException">No directory is named.</exception>
    internal static LogWriter Open(StepLogOptions options, string runId, StepTypes? types, Commitments? commitments, ILogFiles files)
    {
        var run = new RunFiles(files, DirectoryOf(options, runId, files), runId, options.Durability == Durability.Durable);
        // A run id that was just made from the time and random bits has no files yet, so its directory need not be listed.
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

    /// <summary>Opens a run that can be resumed.</summary>
    /// <exception cref="StepLogException">The run cannot be written.</exception>
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
            run.Files.Delete(run.HeadPath); // the head of an older run with this name, whose other files were deleted
        }

        return first;
    }

    // Storage other than the disk may have no directories. Such a log is read through the log object.
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
