using System.Text.Json;
using AgentStepLog.Resuming;
using AgentStepLog.Writing;

namespace AgentStepLog.Retention;

/// <summary>All that a directory holds of a run.</summary>
internal sealed class StoredRun
{
    private const string Mark = ".dropped";

    // A record, and whatever checkpoints follow it.
    private const int Tail = 256 * 1024;

    private readonly List<LogSegment> _segments;
    private readonly List<string> _others;

    internal StoredRun(ILogFiles files, string directory, string runId)
    {
        Run = new(files, directory, runId, durable: false);
        var listing = RunListing.Find(Run.Files, directory, runId);
        _segments = listing.Files;
        var names = Run.Files.List(directory);
        _others = [.. listing.Twins.Select(twin => twin.Packed), .. names.Where(IsBeside).Select(name => Path.Combine(directory, name))];
        var blobs = BlobFolder(directory, runId);
        Bytes = _segments.Select(s => s.Path).Concat(_others).Concat(Run.Files.List(blobs).Select(name => Path.Combine(blobs, name))).Sum(Length);
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

    /// <summary>The run whose first file has this name; null where it is no run's first file.</summary>
    internal static string? RunIdOf(ILogFiles files, string directory, string name)
    {
        if (!name.EndsWith(".jsonl", StringComparison.Ordinal) && !name.EndsWith(".jsonl.gz", StringComparison.Ordinal))
        {
            return null;
        }

        var path = Path.Combine(directory, name);
        var segments = RunListing.Around(files, path).Files;
        var id = name[..name.LastIndexOf(".jsonl", StringComparison.Ordinal)];
        return segments is [{ Number: 1 } first, ..] && Path.GetFileName(first.Path) == name && WellFormedRunId.Flaw(id) is null && IsLog(files, path) ? id : null;
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
    internal static IEnumerable<string> Begun(ILogFiles files, string directory) => files.List(directory)
        .Where(name => name.EndsWith(Mark, StringComparison.Ordinal)).Select(name => name[..^Mark.Length]).Where(id => WellFormedRunId.Flaw(id) is null);

    /// <summary>Goes on with dropping one of them.</summary>
    internal static void Finish(ILogFiles files, string directory, string id)
    {
        var taken = new RunFiles(files, directory, id, durable: false);
        if (!taken.TryTake())
        {
            return; // by a call that does the same, or a log of a new run of that name
        }

        var isGone = false;
        try
        {
            var run = new StoredRun(files, directory, id);
            if (run._segments is [{ Number: 1 }, ..])
            {
                run.Run.Files.Delete(run.MarkPath); // a new run has this name since, and all that is there is taken for its own
            }
            else
            {
                run.DropRest();
                isGone = true;
            }
        }
        finally
        {
            taken.LetGo(isOver: isGone);
        }
    }

    /// <summary>Deletes it. Its first file gets another name first: what is left if this does not come to its end is no log any more, and goes the next time.</summary>
    /// <returns>Why something is left of it; null if nothing is.</returns>
    /// <exception cref="Exception">It is a log still, and whole.</exception>
    internal Exception? Drop()
    {
        var isMarked = false;
        try
        {
            Run.Files.Move(FirstPath, MarkPath);
            isMarked = true;
            DropRest();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && (isMarked || Run.Files.Exists(MarkPath)))
        {
            return e;
        }
    }

    private string MarkPath => Path.Combine(Run.Directory, Run.RunId + Mark);

    private static string BlobFolder(string directory, string runId) => Path.Combine(directory, runId + ".blobs");

    private void DropRest()
    {
        foreach (var path in _segments.Select(s => s.Path).Concat(_others))
        {
            Run.Files.Delete(path);
        }

        try
        {
            Run.Files.DeleteDirectory(BlobFolder(Run.Directory, Run.RunId));
        }
        catch (DirectoryNotFoundException)
        {
            // It had no blobs. To ask before would take a folder that cannot be looked at for one that is not there.
        }

        Run.Files.Delete(MarkPath);
    }

    private bool IsBeside(string name) =>
        name == Run.RunId + ".head" || name == Run.RunId + ".head.new"
        || _segments.Exists(s => name.StartsWith(Path.GetFileName(s.Path) + ".torn-", StringComparison.Ordinal)
            || name.StartsWith(Path.GetFileName(s.Path) + ".other-", StringComparison.Ordinal));

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
        using var stream = _segments[^1].Read(Run.Files);
        if (stream is LogFileStream plain)
        {
            plain.Position = Math.Max(0, plain.Length - Tail);
        }

        try
        {
            using var lines = new LineScanner(stream);
            var fields = new LineFields(null);
            while (lines.Next())
            {
                if (lines.IsComplete && !lines.IsTooLong && LineTail.Flaw(lines.Line.Span) is null)
                {
                    fields.Parse(lines.Line);
                    time = fields.UnixTime("ts"u8) ?? time;
                }
            }
        }
        catch (Exception e) when (e is FormatException or PackedFileException)
        {
            return time; // damaged: whoever drops it is told
        }

        return time;
    }
}
