using System.Globalization;
using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>
/// The files of a run, one after the other: <c>r.jsonl</c>, <c>r.2.jsonl</c> and so on. What stands in a file at or after the first step of a
/// next one is passed over: after a failed sync it is written again there. Files that were compressed with gzip are unpacked.
/// </summary>
internal sealed class RunStream : ReadOnlyStream
{
    private const long ToItsEnd = long.MaxValue;

    private readonly Queue<(string Path, long Lines)> _next = new();
    private readonly List<FileFinding> _findings = [];
    private readonly List<(string Plain, string Packed)> _twins;
    private readonly bool _hasPacked;
    private bool _isJudged;
    private Stream _file;
    private string _path;
    private long _lines; // of the file, still to be read
    private readonly long? _mayUnpack;
    private long _packed; // bytes of the compressed files that were opened
    private long _unpacked;
    private bool _isWithinLine;
    private CancellationToken _cancellationToken;

    private RunStream(string named, RunListing listing, RunHead? head, long? mayUnpack)
    {
        _mayUnpack = mayUnpack;
        Named = named;
        var files = listing.Files;
        (Head, LastFile, Missing, _twins) = (head, files[^1].Number, MissingFiles(files, head), listing.Twins);
        _findings.AddRange(listing.Strays.Select(stray => new FileFinding(Verdict.Tampered, stray.Text)));
        var beyond = LogSegment.Beyond(files);
        for (var i = 0; i < files.Count; i++)
        {
            _next.Enqueue((files[i].Path, beyond[i] is { } first ? Math.Max(0, first - (files[i].First ?? first)) : ToItsEnd));
        }

        Length = ByteCount.Sum(files.Select(static file => LengthOf(file.Path)));
        HasEmptyEnd = files is [_, .., { First: null }];
        _hasPacked = files.Exists(file => file.IsPacked);
        (_path, _lines) = _next.Dequeue();
        _file = OpenFile(_path);
    }

    /// <summary>
    /// The name of a file that is not there between others, or that a head names after them, or of several: "r.2.jsonl to r.4.jsonl". Numbers may have been
    /// passed over, so that nothing need be missing.
    /// </summary>
    public string? Missing { get; }

    /// <summary>The file that was asked about, less links: beside it lies what belongs to the run.</summary>
    public string Named { get; }

    /// <summary>The number of the last file that is there.</summary>
    public int LastFile { get; }

    /// <summary>What was noted of the run as it was written, read before its lines are: a log may grow meanwhile. Null where there is nothing that can be read.</summary>
    public RunHead? Head { get; }

    /// <summary>How many bytes the run's files have, as they lie there; those of compressed ones unpack to more.</summary>
    public override long Length { get; }

    /// <summary>How many bytes were passed over.</summary>
    public long PassedOver { get; private set; }

    /// <summary>In which file, the last one of several.</summary>
    public string? PassedOverIn { get; private set; }

    /// <summary>Whether some of the files are compressed.</summary>
    public bool HasPacked => _hasPacked;

    private bool HasEmptyEnd { get; set; }

    /// <summary>Opens all files of the run that one of them belongs to, which may have been compressed since.</summary>
    /// <exception cref="StepLogException">It, or another one that is there, cannot be opened.</exception>
    /// <param name="path">The file.</param>
    /// <param name="limits">How much may be unpacked; null for as much as compressed logs come to.</param>
    /// <param name="names">The names in its directory, where it was listed: then the path was found there, and a link is not followed out of it.</param>
    /// <param name="cancellationToken">Looked at before each part of a file is read.</param>
    public static RunStream Open(string path, StepLogReadOptions? limits = null, Func<DirectoryNames>? names = null, CancellationToken cancellationToken = default)
    {
        path = Followed(path, names is null);
        try
        {
            var listing = RunListing.Around(DiskFiles.Instance, path, names?.Invoke());
            if (listing.RunId is not { } runId || WellFormedRunId.Flaw(runId) is not null)
            {
                return new(path, listing, null, limits?.UnpackedLimit) { _cancellationToken = cancellationToken };
            }

            var run = new RunFiles(DiskFiles.Instance, Path.GetDirectoryName(Path.GetFullPath(path))!, runId, durable: false);
            var stream = new RunStream(path, listing, RunHead.Read(run), limits?.UnpackedLimit) { _cancellationToken = cancellationToken };
            stream.Note(run, listing.Files[0]);
            return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException($"The files of the run beside {path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>What is wrong with the files, however far they were read. What is left of compressed ones is read for it: only their ends tell.</summary>
    /// <exception cref="StepLogException">One of them cannot be read.</exception>
    public IReadOnlyList<FileFinding> Findings()
    {
        var buffer = new byte[64 * 1024];
        while (_hasPacked && Read(buffer) > 0)
        {
        }

        if (_isJudged)
        {
            return _findings;
        }

        _isJudged = true;
        foreach (var (plain, packed) in _twins)
        {
            if (PackedTwin.Finding(plain, packed) is { } finding)
            {
                _findings.Add(finding);
            }
        }

        if (HasEmptyEnd && _next.Count == 0)
        {
            _findings.Add(new(Verdict.Torn, $"{Path.GetFileName(_path)} holds nothing, not even a header. A process that ends as it begins a file may leave that, and so may somebody who empties it."));
        }

        return _findings;
    }

    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty) // an empty one would look like a file's end
        {
            var read = _lines > 0 ? ReadFile(buffer) : 0;
            if (read > 0)
            {
                HasEmptyEnd &= _next.Count > 0;
                read = WithinLines(buffer[..read]);
                _isWithinLine = read > 0 ? buffer[read - 1] != (byte)'\n' : _isWithinLine;
                return read;
            }

            if (_next.Count == 0)
            {
                return 0;
            }

            if (_isWithinLine)
            {
                // What was cut off in the middle of a line is a line of its own, and no beginning of the next file's header.
                buffer[0] = (byte)'\n';
                _isWithinLine = false;
                NoteCut();
                return 1;
            }

            PassOverRest();
            _file.Dispose();
            (_path, _lines) = _next.Dequeue();
            _file = OpenFile(_path);
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    // A link that the caller names is followed wherever it leads, and the run's other files are looked for there. The name that a log gave outlives its packing.
    private static string Followed(string path, bool followsLinks)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            path = !File.Exists(path) && File.Exists(SegmentName.PackedName(path)) ? SegmentName.PackedName(path) : path;
            path = followsLinks && File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Opening it says more.
        }

        LogPath.Open(path).Dispose(); // says what is wrong with it, if it is not to be read
        return path;
    }

    // What is no damage, and yet is not as a writer leaves it.
    private void Note(RunFiles run, LogSegment first)
    {
        if (first.Number == 1 && SegmentName.Stem(Path.GetFileName(first.Path)) is { } name && name != run.RunId)
        {
            _findings.Add(new(Verdict.SelfConsistent, $"The run is \"{run.RunId}\", and its file is called {Path.GetFileName(first.Path)}."));
        }

        if (RunHead.Irregularity(run) is { } what)
        {
            _findings.Add(new(Verdict.SelfConsistent, $"{Path.GetFileName(run.HeadPath)} {what}, and was not looked at."));
        }
    }

    // Where no more is cut off than a line feed, the lines hold together: nothing else would tell. Of a compressed file its end tells.
    private void NoteCut()
    {
        if (_file != Null)
        {
            _findings.Add(new(Verdict.Tampered, $"{Path.GetFileName(_path)} ends within a line, and the run goes on in {Path.GetFileName(_next.Peek().Path)}: something was cut off its end."));
        }
    }

    private static string? MissingFiles(List<LogSegment> files, RunHead? head)
    {
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i].Number > files[i - 1].Number + 1)
            {
                return files[i].Names(files[i - 1].Number + 1, files[i].Number - 1);
            }
        }

        return head?.Segment > files[^1].Number ? files[^1].Names(files[^1].Number + 1, head.Segment) : null;
    }

    private int WithinLines(ReadOnlySpan<byte> read)
    {
        if (_lines == ToItsEnd)
        {
            return read.Length;
        }

        var end = 0;
        while (_lines > 0 && read[end..].IndexOf((byte)'\n') is >= 0 and var found)
        {
            end += found + 1;
            _lines--;
        }

        if (_lines > 0)
        {
            return read.Length;
        }

        PassOver(read.Length - end);
        return end;
    }

    private void PassOver(long bytes)
    {
        PassedOver += bytes;
        PassedOverIn = bytes > 0 ? _path : PassedOverIn;
    }

    private void PassOverRest()
    {
        Span<byte> buffer = stackalloc byte[4096];
        for (int read; (read = ReadFile(buffer)) > 0;)
        {
            PassOver(read);
        }
    }

    // A compressed file that is damaged ends where it is, and the lines before that are looked at.
    private int ReadFile(Span<byte> buffer)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var read = _file.Read(buffer);
            var limit = _mayUnpack ?? UnpackedLimit.Of(_packed);
            if (_file is PackedStream && (_unpacked += read) > limit)
            {
                throw UnpackedLimit.Exceeded(_path, limit);
            }

            return read;
        }
        catch (PackedFileException e)
        {
            _findings.Add(new(e.IsCut ? Verdict.Torn : Verdict.Tampered, $"{Path.GetFileName(_path)} {e.What}."));
            _file.Dispose();
            _file = Null;
            HasEmptyEnd = false;
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException($"{_path} cannot be read: {e.Message}", e);
        }
    }

    // Of one that cannot be looked at, opening it says more.
    private static long LengthOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private Stream OpenFile(string path)
    {
        var file = LogPath.Open(path);
        if (!SegmentName.IsPacked(path))
        {
            return file;
        }

        _packed += file.Length;
        return new PackedStream(file);
    }
}
