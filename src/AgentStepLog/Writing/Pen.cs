using AgentStepLog.Files;

namespace AgentStepLog.Writing;

/// <summary>
/// What a log's writer owns while it has its turn: the chain, the batch and the file. There is one of it, which the <see cref="Turn"/> hands to one thread
/// after the other, so that no lock is needed for it, nor held while it writes.
/// </summary>
internal sealed partial class Pen
{
    // A second sync that fails in a new file says that no third one will help.
    private const int MaxSyncFailures = 2;

    private readonly LogGate _gate;
    private readonly NewLines _lines;
    private readonly LineStamp _stamp;
    private readonly bool _isDurable;
    private readonly Line _gapLine = new();
    private BatchLine _gap;
    private Chain _chain;

    // How long the longest line was that was lost since room for such a one was found last; zero while the log works.
    private long _missing;

    internal Pen(StepLogOptions options, RunFiles run, SegmentFile file, LineStamp stamp, LogGate gate, NewLines lines, RunHeader header)
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

    /// <summary>The lines that are written next.</summary>
    internal Batch Batch { get; } = new();

    /// <summary>How many bytes of lines are written at once.</summary>
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

    /// <summary>Goes on behind what another log wrote.</summary>
    internal void GoOn(ResumedRun run)
    {
        _chain = new() { Number = run.Scan.Lines, Previous = run.Scan.Leaf, Elapsed = run.Scan.Elapsed };
        _firstOfSegment = run.FirstOfSegment;
        _segmentIsOver = run.BeginsNext;
    }

    /// <summary>
    /// Writes the batch. If its lines cannot be written together, each is tried alone, so that a bad one takes no other with it; they are settled
    /// then, else <see cref="Settle(in LogGate.Held)"/> is left to do.
    /// </summary>
    internal void Write()
    {
        var lines = Batch.Lines;
        if (TryWrite(lines) is not { } failure)
        {
            return;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var one = lines.Slice(i, 1);
            if (one[0].Lost is null)
            {
                // No line is to blame for a file that is given up.
                var alone = lines.Length == 1 || _segmentIsOver ? failure : TryWrite(one);
                one[0].Lost ??= alone;
            }

            using var log = _gate.Hold();
            Settle(log, one);
        }

        Batch.Clear();
    }

    internal void WriteAndSettle()
    {
        Write();
        using var log = _gate.Hold();
        Settle(log);
    }

    /// <returns>Why none of them is written; null if all are, but those that cannot be lines.</returns>
    private Exception? TryWrite(Span<BatchLine> lines)
    {
        var before = _chain;
        Loss told = default;
        var room = _missing > 0 ? RoomFor(lines) : 0;
        try
        {
            for (var failures = 0; ;)
            {
                PrepareSegment(lines[0].Timestamp, lines[0].Elapsed);
                before = _chain;
                Stamp(lines, ref told);
                if (_stamp.Lines.IsEmpty)
                {
                    return null;
                }

                var length = _segment.Length;
                _segment.Append(_stamp.Lines, room);
                if (!_isDurable || SyncFlaw(length) is not { } flaw)
                {
                    _missing -= room;
                    return null;
                }

                _chain = before;
                PutBack(ref told);
                _gate.Note(flaw, lines[0].Timestamp);
                if (++failures == MaxSyncFailures)
                {
                    return flaw;
                }
            }
        }
        catch (Exception e)
        {
            _chain = before;
            PutBack(ref told);
            return e;
        }
    }

    // A short intent finds room where the outcome before it found none.
    private long RoomFor(ReadOnlySpan<BatchLine> lines)
    {
        foreach (ref readonly var line in lines)
        {
            if (line.NeedsRoom)
            {
                return _missing;
            }
        }

        return 0;
    }

    private void Stamp(Span<BatchLine> lines, ref Loss told)
    {
        _stamp.Begin();
        TellLosses(lines[0].Timestamp, lines[0].Elapsed, ref told);
        foreach (ref var line in lines)
        {
            try
            {
                if (line.Lost is null)
                {
                    _stamp.Add(ref _chain, ref line);
                }
            }
            catch (InvalidOperationException e)
            {
                line.Lost = e;
            }
        }
    }
}
