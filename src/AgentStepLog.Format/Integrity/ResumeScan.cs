using System.Globalization;
using AgentStepLog.Files;
using AgentStepLog.Hashing;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Integrity;

/// <summary>Reads a run's lines from its head on, or from its beginning, and checks them as the verifier does. The resumed run continues from the result.</summary>
internal sealed class ResumeScan
{
    private readonly RunFiles _run;
    private readonly List<LogSegment> _segments;
    private readonly LineChain _chain = new();
    private readonly StepReader _reader;
    private readonly List<BlobReference> _references = [];
    private readonly int _first;
    private readonly long _offset;

    internal ResumeScan(RunFiles run, List<LogSegment> segments)
    {
        _run = run;
        _segments = segments;
        _reader = new(null, new BlobSource(run.OpenNamed));
    }

    /// <summary>Starts at the place that a head states.</summary>
    internal ResumeScan(RunFiles run, List<LogSegment> segments, HeadFile head, SummaryBuilder totals)
        : this(run, segments)
    {
        _first = segments.FindIndex(s => s.Number == head.Segment);
        _offset = head.Bytes;
        var leaf = head.Leaf;
        _chain.Begin(run.RunId, head.Lines, head.Elapsed, head.Segment, leaf);
        for (var i = 0; i < head.Files.Count - 1; i++)
        {
            Files.Add(head.Files[i]);
        }

        Totals = totals;
        OpenCalls = head.Intents;
        Tree = head.Tree;
        Leaf = head.Leaf;
    }

    internal long Lines => _chain.Lines;

    internal long Elapsed => _chain.Elapsed;

    internal RunOutcome? Outcome => _chain.Outcome;

    internal Leaf Leaf { get; private set; }

    /// <summary>The length of the valid whole lines of each file, in bytes.</summary>
    internal List<(int Number, long Length)> Files { get; } = [];

    internal SummaryBuilder Totals { get; } = new();

    internal Dictionary<ulong, OpenCall> OpenCalls { get; } = [];

    internal CompactRange Tree { get; } = new();

    /// <summary>The place of an incomplete last line that a crash left in the last file; null if there is none.</summary>
    internal (LogSegment Segment, long Offset)? Torn { get; private set; }

    /// <returns>The flaw that cannot come from a crash; null if there is none.</returns>
    internal string? Run()
    {
        for (var i = _first; i < _segments.Count; i++)
        {
            if (Read(i, i == _first ? _offset : 0) is { } flaw)
            {
                return _segments.Count == 1 ? flaw : $"{flaw} (in {Path.GetFileName(_segments[i].Path)}: {Missing(i)})";
            }
        }

        return null;
    }

    private string? Read(int index, long offset)
    {
        var segment = _segments[index];
        var isLast = index == _segments.Count - 1;
        var beyond = LogSegment.Beyond(_segments, index) ?? long.MaxValue;
        var good = offset;
        using var stream = segment.Read(_run.Files);
        if (offset > 0)
        {
            stream.Position = offset;
        }

        using var lines = new LineScanner(stream);
        while (_chain.Lines < beyond && lines.Next())
        {
            if (isLast && ((lines.IsLast && IsTorn(lines)) || LineTail.IsUnwritten(lines)))
            {
                Torn = (segment, good);
                break;
            }

            if (Flaw(lines) is { } flaw)
            {
                return $"{FindingText.Where(_chain.Lines)} {flaw}";
            }

            Accept(lines, segment, good);
            good = offset + lines.Offset + lines.Bytes + 1;
        }

        if (good > 0)
        {
            Files.Add((segment.Number, good));
        }

        return null;
    }

    /// <summary>Whether the line may be the incomplete last line of a crash.</summary>
    internal static bool IsTorn(LineScanner lines) => !lines.IsComplete || (!lines.IsTooLong && LineTail.Flaw(lines.Line.Span) is not null);

    private string? Flaw(LineScanner lines) =>
        !lines.IsComplete ? "is incomplete: it ends without a line feed, and is not the last of the run"
        : lines.IsTooLong ? string.Create(CultureInfo.InvariantCulture, $"has {lines.Bytes} bytes, and a line has at most {LineScanner.MaxLine}")
        : _chain.Form.Flaw(lines.Line, _chain.Lines) ?? _chain.Flaw() ?? References(lines);

    // Checks the form of references only. The verifier checks the blobs.
    private string? References(LineScanner lines)
    {
        _references.Clear();
        return _chain.Form.MayNameBlobs ? BlobReference.Flaw(lines.Line.Span, _references) : null;
    }

    private void Accept(LineScanner lines, LogSegment segment, long offset)
    {
        if (_chain.Form.Role == ChainRole.Intent)
        {
            OpenCalls[_chain.Form.Span] = new(_chain.Lines, segment.Number, offset);
        }
        else if (_chain.Form.Role == ChainRole.Outcome)
        {
            OpenCalls.Remove(_chain.Form.Span);
        }

        Totals.Add(_reader.Read(lines.Line));
        var leaf = default(Leaf);
        lines.Leaf.CopyTo(leaf);
        Leaf = leaf;
        Tree.Add(leaf);
        _chain.Accept(leaf);
    }

    private string Missing(int index)
    {
        var expected = index == 0 ? 1 : _segments[index - 1].Number + 1;
        return _segments[index].Number == expected ? "the files before it are there"
            : string.Create(CultureInfo.InvariantCulture, $"file {expected} of the run is missing");
    }
}
