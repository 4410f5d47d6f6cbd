using AgentStepLog.Files;

namespace AgentStepLog.Writing;

/// <summary>
/// The state that a thread owns while it has the turn to write: the chain, the batch and the file. There is one pen for a log. The <see cref="Turn"/> hands it from
/// thread to thread, so it needs no lock, and no lock is held while it writes.
/// </summary>
internal sealed partial class Pen
{
    private readonly LogGate _gate;
    private readonly LineContext _lines;
    private readonly LineStamp _stamp;
    private readonly bool _isDurable;
    private readonly Line _gapLine = new();
    private BatchLine _gap;
    private Chain _chain;

    internal Pen(StepLogOptions options, RunFiles run, SegmentFile file, LineStamp stamp, LogGate gate, LineContext lines, RunStartFields header)
    {
        _isDurable = options.Durability == Durability.Durable;
        _segmentBytes = options.SegmentBytes ?? long.MaxValue;
        _nextSegmentAt = _segmentBytes;
        MaxBatch = Math.Min(Batch.MaxBytes, _segmentBytes / 2);
        _run = run;
        _segment = file;
        _stamp = stamp;
        _gate = gate;
        _lines = lines;
        _header = header;
    }

    /// <summary>The lines to write next.</summary>
    internal Batch Batch { get; } = new();

    /// <summary>The most bytes of lines that are written at once.</summary>
    internal long MaxBatch { get; }

    /// <summary>When the last line ended, in microseconds since the header.</summary>
    internal long Elapsed => _chain.Elapsed;

    /// <summary>Writes the header of the first file.</summary>
    /// <exception cref="Exception">It cannot be written.</exception>
    internal void Begin(StepIds ids, long timestamp, long elapsed)
    {
        ids.FillNonce(_chain.Previous);
        Begin(_segment, timestamp, elapsed);
    }

    /// <summary>Continues after the lines that another log object wrote.</summary>
    internal void GoOn(ResumedRun run)
    {
        _chain = new() { Number = run.Scan.Lines, Previous = run.Scan.Leaf, Elapsed = run.Scan.Elapsed };
        _firstOfSegment = run.FirstOfSegment;
        _segmentIsOver = run.BeginsNext;
    }
}
