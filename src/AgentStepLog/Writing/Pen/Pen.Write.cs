namespace AgentStepLog.Writing;

/// <summary>The part of the pen that writes a batch to the file.</summary>
internal sealed partial class Pen
{
    // If a sync also fails in a new file, a third file will not help.
    private const int MaxSyncFailures = 2;

    // The length of the longest line that was lost since the file last had room for it; zero while nothing is lost.
    private long _missing;

    /// <summary>
    /// Writes the batch. If its lines cannot be written together, each is tried alone, so that one bad line does not lose the others; these lines are settled here.
    /// Otherwise the caller must call <see cref="Settle(in LogGate.Held)"/>.
    /// </summary>
    internal void Write()
    {
        var lines = Batch.Lines;
        if (WriteTogether(lines) is not { } failure)
        {
            return;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var one = lines.Slice(i, 1);
            if (one[0].Lost is null)
            {
                // If the file is given up, the failure is not this line's fault, and trying it alone is useless.
                var alone = lines.Length == 1 || _segmentIsOver ? failure : WriteTogether(one);
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

    /// <returns>The reason why none of the lines is written; null if all valid lines are written.</returns>
    private Exception? WriteTogether(Span<BatchLine> lines)
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

                GoBack(before, ref told);
                _gate.Note(flaw, lines[0].Timestamp);
                if (++failures == MaxSyncFailures)
                {
                    return flaw;
                }
            }
        }
        catch (Exception e)
        {
            GoBack(before, ref told);
            return e;
        }
    }

    // An intent is short, so it may find room where the outcome before it found none.
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
            line.Lost ??= _stamp.Add(ref _chain, ref line);
        }
    }
}
