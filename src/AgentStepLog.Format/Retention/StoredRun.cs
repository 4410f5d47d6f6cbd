using System.Text.Json;
using AgentStepLog.Directories;
using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Retention;

/// <summary>All that a directory holds of a run.</summary>
internal sealed class StoredRun
{
    private readonly List<LogSegment> _segments;
    private readonly List<string> _others;

    private readonly long _lengthOfLast;
    private readonly string _next;

    private StoredRun(RunFiles run, RunListing listing, DirectoryNames names)
    {
        Run = run;
        _segments = listing.Files;
        _others =
        [
            .. listing.Twins.Select(twin => twin.Packed),
            .. names.StartingWith(run.RunId + ".").Where(IsBeside).Select(name => Path.Combine(run.Directory, name)),
        ];
        _next = Next(names);
        _lengthOfLast = _segments.Count > 0 ? Length(_segments[^1].Path) : 0;
        Bytes = _segments.Select(s => s.Path).Concat(_others).Concat(Run.Files.List(BlobFolder).Select(name => Path.Combine(BlobFolder, name))).Sum(Length);
        LastRecord = TimeOfLast();
    }

    internal RunFiles Run { get; }

    internal IReadOnlyList<LogSegment> Segments => _segments;

    internal long Bytes { get; }

    internal DateTimeOffset? LastRecord { get; }

    /// <summary>The version that the header states, where that is not ours: nothing here knows what such a run is.</summary>
    internal long? OtherVersion
    {
        get
        {
            try
            {
                var fields = new LineFields(null);
                fields.Parse(LogSegment.FirstLine(Run.Files, FirstPath, out _));
                return fields.Whole("v"u8) is { } version and not 1 ? version : null;
            }
            catch (Exception e) when (e is FormatException or PackedFileException)
            {
                return null; // damage, of which verification says more
            }
        }
    }

    internal string FirstPath => _segments.Count > 0 ? _segments[0].Path : Run.SegmentPath(1);

    /// <summary>Whether its files have changed since it was looked at, because a log resumed it and has closed. Asked while its lock is held.</summary>
    internal bool HasChanged =>
        Run.Files.Exists(_next) || Run.Files.Exists(SegmentName.PackedName(_next)) || Length(_segments[^1].Path) != _lengthOfLast || _segments.Exists(IsBeginning);

    /// <summary>The run whose first file has this name; null where it is no run's first file.</summary>
    internal static StoredRun? Of(ILogFiles files, DirectoryNames names, string name)
    {
        if (SegmentName.Stem(name) is not { } id)
        {
            return null;
        }

        var path = Path.Combine(names.Directory, name);
        var listing = RunListing.Around(files, path, names);
        return listing.Files is [{ Number: 1 } first, ..] && Path.GetFileName(first.Path) == name && WellFormedRunId.Flaw(id) is null && IsLog(files, path)
            ? new(new(files, names.Directory, id, durable: false), listing, names) : null;
    }

    // Of any version, and damaged perhaps. What is none is somebody else's.
    private static bool IsLog(ILogFiles files, string path)
    {
        try
        {
            var line = LogSegment.FirstLine(files, path, out var isComplete);
            if (NotALog.Found(line, isComplete) is null || (line.Length is > 0 and <= LineScanner.MaxLine && NotALog.LooksLikeHeader(line)))
            {
                return true;
            }

            var fields = new LineFields(null);
            fields.Parse(line);
            return fields.KindOf("v"u8) == JsonTokenType.Number && fields.KindOf("run_id"u8) == JsonTokenType.String;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The runs that a call before this one did not come to the end of dropping.</summary>
    internal static IEnumerable<string> Begun(DirectoryNames names) => names.All.Select(name => RunFileName.RunOf(name, RunFileName.Dropped)).OfType<string>();

    /// <summary>Goes on with dropping one of them.</summary>
    internal static void Finish(ILogFiles files, DirectoryNames names, string id, Func<string> forget)
    {
        var taken = new RunFiles(files, names.Directory, id, durable: false);
        if (!taken.TryTake())
        {
            return; // by a call that does the same, or a log of a new run of that name
        }

        var isGone = false;
        try
        {
            var run = new StoredRun(taken, RunListing.Find(taken.Files, names, id), names);
            if (taken.Files.Exists(taken.SegmentPath(1)) || taken.Files.Exists(SegmentName.PackedName(taken.SegmentPath(1))))
            {
                run.Run.Files.Delete(run.MarkPath); // a new run has this name since, and all that is there is taken for its own
            }
            else
            {
                isGone = run.DropRest(forget).Length == 0;
            }
        }
        finally
        {
            taken.LetGo(isOver: isGone);
        }
    }

    /// <summary>Deletes it. Its first file gets another name first: what is left if this does not come to its end is no log any more, and goes the next time.</summary>
    /// <param name="forget">Erases the key that only the run had; its answer is why it could not, empty where it has.</param>
    /// <returns>What is left of it; empty if nothing is.</returns>
    /// <exception cref="Exception">It is a log still, and whole.</exception>
    internal string Drop(Func<string> forget)
    {
        try
        {
            if (!_segments[0].IsPacked)
            {
                Run.Files.Delete(SegmentName.PackedName(FirstPath)); // which would be the run's first file from here on
            }

            Run.Files.Move(FirstPath, MarkPath);
            return DropRest(forget);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !Run.Files.Exists(FirstPath))
        {
            return $" What is left of its files goes the next time: {e.Message}";
        }
    }

    private string MarkPath => Path.Combine(Run.Directory, Run.RunId + RunFileName.Dropped);

    private string BlobFolder => Path.Combine(Run.Directory, Run.RunId + RunFileName.Blobs);

    private string DropRest(Func<string> forget)
    {
        // A piece before the file that it was put beside: what is left then still tells whose it is.
        foreach (var path in _others.Concat(_segments.Select(s => s.Path)))
        {
            try
            {
                Run.Files.Delete(path);
            }
            catch (UnauthorizedAccessException) when (Run.Files.Look(path) is { IsFile: false })
            {
                // A folder that stood in the place of the log. What is in it is somebody else's, and stays.
            }
        }

        try
        {
            Run.Files.DeleteDirectory(BlobFolder);
        }
        catch (DirectoryNotFoundException)
        {
            // It had no blobs. To ask before would take a folder that cannot be looked at for one that is not there.
        }

        // The mark goes last: as long as it is there, the next call comes to the end of this.
        if (forget() is { Length: > 0 } left)
        {
            Empty(MarkPath); // the data go now, and the key the next time
            return left;
        }

        Run.Files.Delete(MarkPath);
        return "";
    }

    // By another file in its place: to cut it short would empty what else bears its name, such as a hard link of the user's.
    private void Empty(string path)
    {
        var empty = Path.Combine(Run.Directory, Run.RunId + RunFileName.NewDropped);
        Run.Files.Delete(empty);
        Run.Files.CreateNew(empty).Dispose();
        Run.Files.Move(empty, path);
    }

    // Where a log that went on would begin its next file: it passes over numbers whose names are taken.
    private string Next(DirectoryNames names)
    {
        var number = _segments.Count > 0 ? _segments[^1].Number + 1 : 1;
        while (names.StartingWith(Run.RunId + ".").Any(name => SegmentName.NumberOf(name, Run.RunId) == number))
        {
            number++;
        }

        return Run.SegmentPath(number);
    }

    // A piece lies beside the file as it was before it was packed; those of the first file are left where only the rest of a dropped run is there.
    private bool IsBeside(string name) =>
        name == Run.RunId + RunFileName.Head || name == Run.RunId + RunFileName.NewHead || name == Run.RunId + RunFileName.NewDropped || RunFileName.IsPieceOf(Run.RunId + SegmentName.Extension, name)
        || _segments.Exists(s => RunFileName.IsPieceOf(Path.GetFileName(Run.SegmentPath(s.Number)), name));

    // A next file without a whole header may be what another run, of a name that ends in its number, is just beginning.
    private bool IsBeginning(LogSegment file) => file is { Number: > 1, First: null } && SegmentName.Stem(Path.GetFileName(file.Path)) is { } id
        && (Run.Files.IsLocked(new RunFiles(Run.Files, Run.Directory, id, durable: false).LockPath) || RunListing.HeaderOf(Run.Files, file.Path).IsWhole);

    private long Length(string path)
    {
        try
        {
            using var file = Run.Files.Open(path);
            return file.CurrentLength();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or IrregularFileException)
        {
            return 0; // gone meanwhile, or no file
        }
    }

    private DateTimeOffset? TimeOfLast()
    {
        if (_segments.Count == 0)
        {
            return null;
        }

        DateTimeOffset? time = null;
        var fields = new LineFields(null);
        try
        {
            foreach (var line in RunTail.Lines(Run.Files, _segments[^1]))
            {
                fields.Parse(line);
                time = fields.UnixTime("ts"u8) ?? time;
            }
        }
        catch (FormatException)
        {
            return time; // damaged: whoever drops it is told
        }

        return time;
    }
}
