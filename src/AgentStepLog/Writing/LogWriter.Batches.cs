using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>Writes batches, by who has the turn.</summary>
internal sealed partial class LogWriter
{
    // A second sync that fails in a new file says that no third one will help.
    private const int MaxSyncFailures = 2;

    private readonly LineStamp _stamp;
    private readonly Line _gapLine = new();
    private BatchLine _gap;
    private Chain _chain;
    private bool _isFailing;

    // How long the longest line was that was lost since room for such a one was found last; zero while the log works. Used by who has the turn.
    private long _missing;

    /// <summary>
    /// Writes the batch. If its lines cannot be written together, each is tried alone, so that a bad one takes no other with it; they are settled
    /// then, else <see cref="SettleBatch"/> is left to do.
    /// </summary>
    private void WriteBatch()
    {
        var lines = _batch.Lines;
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

            using (Gate.Hold(_gate))
            {
                Settle(one);
            }
        }

        _batch.Clear();
    }

    private void WriteAndSettle()
    {
        WriteBatch();
        using (Gate.Hold(_gate))
        {
            SettleBatch();
        }
    }

    // Under the lock.
    private void SettleBatch()
    {
        if (!_batch.Lines.IsEmpty)
        {
            Settle(_batch.Lines);
            _batch.Clear();
        }
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
                Note(flaw, lines[0].Timestamp);
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

    private void TellLosses(long timestamp, long elapsed, ref Loss told)
    {
        if (!_losses.Untold)
        {
            return;
        }

        using (Gate.Hold(_gate))
        {
            told = _losses.Take();
        }

        Begin(_gapLine, StepKind.Gap);
        told.Write(_gapLine);
        _gapLine.Fit();
        _gap = new() { Type = StepKind.Gap, Fields = _gapLine.Fields, Timestamp = timestamp, Elapsed = elapsed };
        _stamp.Add(ref _chain, ref _gap);
    }

    private void PutBack(ref Loss told)
    {
        using (Gate.Hold(_gate))
        {
            _losses.PutBack(told);
        }

        told = default;
        _gap = default;
    }

    // Under the lock: from now on readers see the lines, and who waits for them is told what became of them.
    private void Settle(Span<BatchLine> lines)
    {
        var written = false;
        if (_gap.Length > 0)
        {
            Publish(ref _gap);
            _gap = default;
        }

        foreach (ref var line in lines)
        {
            if (line.Waiter is { } waiter)
            {
                waiter.Lost = line.Lost;
            }

            if (line.Lost is { } cause)
            {
                _losses.AddLine(_losses.Told(cause), line.Timestamp); // a disk's cause, or ours: no code of the user's
                _isFailing = true;
                _missing = line.NeedsRoom ? _missing : Math.Max(_missing, LineFormat.Length(line.Fields.Length)); // a call that is not made loses nothing
                continue;
            }

            Publish(ref line);
            written = true;
        }

        _isFailing &= !written;
        _files[^1] = (_segment.Number, _segment.Length);
        FreeQueue(lines);
    }

    private void Publish(ref BatchLine line)
    {
        _timestamp = line.Timestamp;
        var bytes = _stamp.Line(line.Start, line.Length);
        _recent.Add(bytes);
        _totals.Elapsed(line.Elapsed);
        line.Facts.AddTo(_totals, line.Type);
        NoteIntent(ref line);
        _head?.Committed(_stamp.Leaf(line.Leaf), line.Elapsed, line.Length);
        _hasEnd |= line.Type == StepKind.RunEnd;
        _number++;
        _tellsResumption = false;
        Subscribers.Committed(line.Type, bytes);
    }
}
