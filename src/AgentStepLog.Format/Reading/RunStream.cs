using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>
/// The files of a run, one after the other: <c>r.jsonl</c>, <c>r.2.jsonl</c> and so on. Lines of a file at or after the first step of a
/// later file are skipped: after a failed sync they are written again there. Files that were compressed with gzip are unpacked.
/// </summary>
internal sealed partial class RunStream : ReadOnlyStream
{
    private const long ToItsEnd = long.MaxValue;

    private readonly Queue<(string Path, long Lines, long? First)> _next = new();
    private readonly List<FileFinding> _findings = [];
    private readonly List<(string Plain, string Packed)> _twins;
    private readonly bool _hasPacked;
    private bool _isJudged;
    private Stream _file;
    private string _path;
    private long _lines; // how many lines of the file are still to be read
    private readonly long? _mayUnpack;
    private long _packed; // bytes of the compressed files that were opened
    private long _unpacked;
    private bool _isWithinLine;
    private CancellationToken _cancellationToken;

    private RunStream(string named, RunListing listing, HeadFile? head, long? mayUnpack)
    {
        _mayUnpack = mayUnpack;
        Named = named;
        var files = listing.Files;
        (Head, LastFile, Missing, _twins) = (head, files[^1].Number, MissingFiles(files, head), listing.Twins);
        _findings.AddRange(listing.Strays.Select(stray => new FileFinding(Verdict.Tampered, stray.Text)));
        var beyond = LogSegment.Beyond(files);
        for (var i = 0; i < files.Count; i++)
        {
            _next.Enqueue((files[i].Path, beyond[i] is { } first ? Math.Max(0, first - (files[i].First ?? first)) : ToItsEnd, files[i].First));
        }

        Length = ByteCount.Sum(files.Select(static file => LengthOf(file.Path)));
        HasEmptyEnd = files is [_, .., { First: null }];
        _hasPacked = files.Exists(file => file.IsPacked);
        (_path, _lines, _) = _next.Dequeue();
        _file = OpenFile(_path);
    }

    /// <summary>
    /// The names of missing files between others, or after them if a head names such: "r.2.jsonl to r.4.jsonl". A writer may have skipped
    /// numbers, so that no file need be missing.
    /// </summary>
    public string? Missing { get; }

    /// <summary>The path that the caller named, with links followed. The other files of the run are beside it.</summary>
    public string Named { get; }

    /// <summary>The number of the last file that is there.</summary>
    public int LastFile { get; }

    /// <summary>The head, read before the lines, since a log may grow meanwhile. Null where there is none that can be read.</summary>
    public HeadFile? Head { get; }

    /// <summary>The length of the run's files in bytes, compressed ones as they are.</summary>
    public override long Length { get; }

    /// <summary>How many bytes were skipped.</summary>
    public long PassedOver { get; private set; }

    /// <summary>The file in which bytes were skipped; of several files the last.</summary>
    public string? PassedOverIn { get; private set; }

    /// <summary>Whether some of the files are compressed.</summary>
    public bool HasPacked => _hasPacked;

    private bool HasEmptyEnd { get; set; }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
