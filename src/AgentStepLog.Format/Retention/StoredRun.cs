using System.Text.Json;
using AgentStepLog.Directories;
using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Retention;

/// <summary>All files of a run in a directory.</summary>
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

    /// <summary>The version that the header states, where it is not version 1. The files of such a run are not understood here.</summary>
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
                return null; // the header is damaged, which a verification reports
            }
        }
    }

    internal string FirstPath => _segments.Count > 0 ? _segments[0].Path : Run.SegmentPath(1);

    /// <summary>Whether the files have changed since they were looked at, because the run was resumed and closed since. Called while its lock is held.</summary>
    internal bool HasChanged =>
        Run.Files.Exists(_next) || Run.Files.Exists(SegmentName.PackedName(_next)) || Length(_segments[^1].Path) != _lengthOfLast || _segments.Exists(IsBeginning);

    /// <summary>The run whose first file has this name; null where this is no name of a run's first file.</summary>
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

    // A log of any version, which may be damaged. A file that is no log belongs to other software.
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

    /// <summary>The runs that an earlier call began to drop and did not finish.</summary>
    internal static IEnumerable<string> Begun(DirectoryNames names) => names.All.Select(name => RunFileName.RunOf(name, RunFileName.Dropped)).OfType<string>();

    /// <summary>Finishes dropping one of them.</summary>
    internal static void Finish(ILogFiles files, DirectoryNames names, string id, Func<string> forget)
    {
        var taken = new RunFiles(files, names.Directory, id, durable: false);
        if (!taken.TryTake())
        {
            return; // another call is finishing it, or a log writes a new run of that name
        }

        var isGone = false;
        try
        {
            var run = new StoredRun(taken, RunListing.Find(taken.Files, names, id), names);
            if (taken.Files.Exists(taken.SegmentPath(1)) || taken.Files.Exists(SegmentName.PackedName(taken.SegmentPath(1))))
            {
                run.Run.Files.Delete(run.MarkPath); // a new run has this name since, and the files may be its own
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

    /// <summary>
    /// Deletes the run. Its first file is renamed first: if the deletion is interrupted, the rest is no log any more, and the next call deletes it.
    /// </summary>
    /// <param name="forget">Erases the key that belongs to the run alone. It returns why it could not, or an empty text.</param>
    /// <returns>A sentence about what is left of the run; empty if nothing is.</returns>
    /// <exception cref="Exception">The run is still there, and whole.</exception>
    internal string Drop(Func<string> forget)
    {
        try
        {
            if (!_segments[0].IsPacked)
            {
                Run.Files.Delete(SegmentName.PackedName(FirstPath)); // or it would be taken for the run's first file from now on
            }

            Run.Files.Move(FirstPath, MarkPath);
            return DropRest(forget);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !Run.Files.Exists(FirstPath))
        {
            return $" The next call deletes the rest of its files: {e.Message}";
        }
    }

    private string MarkPath => Path.Combine(Run.Directory, Run.RunId + RunFileName.Dropped);

    private string BlobFolder => Path.Combine(Run.Directory, Run.RunId + RunFileName.Blobs);

    private string DropRest(Func<string> forget)
    {
        // A piece is deleted before the file beside which it is: if this is interrupted, the file's name still tells whose piece it is.
        foreach (var path in _others.Concat(_segments.Select(s => s.Path)))
        {
            try
            {
                Run.Files.Delete(path);
            }
            catch (UnauthorizedAccessException) when (Run.Files.Look(path) is { IsFile: false })
            {
                // A folder that stands in the place of the log. Its content belongs to other software, so it stays.
            }
        }

        try
        {
            Run.Files.DeleteDirectory(BlobFolder);
        }
        catch (DirectoryNotFoundException)
        {
            // The run had no blobs. A check before this call could not tell a folder that is not there from one that cannot be looked at.
        }

        // The mark is deleted last. As long as it is there, the next call finishes the deletion.
        if (forget() is { Length: > 0 } left)
        {
            Empty(MarkPath); // the data are deleted now, and the next call tries the key again
            return left;
        }

        Run.Files.Delete(MarkPath);
        return "";
    }

    // An empty file replaces it. To cut the file would also empty its other names, such as a hard link that the user made.
    private void Empty(string path)
    {
        var empty = Path.Combine(Run.Directory, Run.RunId + RunFileName.NewDropped);
        Run.Files.Delete(empty);
        Run.Files.CreateNew(empty).Dispose();
        Run.Files.Move(empty, path);
    }

    // The file that a resumed run would begin next. It skips numbers whose names are taken.
    private string Next(DirectoryNames names)
    {
        var number = _segments.Count > 0 ? _segments[^1].Number + 1 : 1;
        while (names.StartingWith(Run.RunId + ".").Any(name => SegmentName.NumberOf(name, Run.RunId) == number))
        {
            number++;
        }

        return Run.SegmentPath(number);
    }

    // The name of a piece is made from the name before the file was compressed. The pieces of the first file are looked for even where only the rest of a dropped
    // run is there.
    private bool IsBeside(string name) =>
        name == Run.RunId + RunFileName.Head || name == Run.RunId + RunFileName.NewHead || name == Run.RunId + RunFileName.NewDropped || RunFileName.IsPieceOf(Run.RunId + SegmentName.Extension, name)
        || _segments.Exists(s => RunFileName.IsPieceOf(Path.GetFileName(Run.SegmentPath(s.Number)), name));

    // A later file without a whole header may be the first file of another run that is just starting, whose id ends in that number.
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
            return 0; // it is gone, or no regular file
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
            return time; // the line is damaged, which the verification before a drop reports
        }

        return time;
    }
}
