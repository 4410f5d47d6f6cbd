namespace AgentStepLog.Writing;

/// <summary>How a batch comes into the file, or why it does not.</summary>
internal sealed partial class Pen
{
    // A second sync that fails in a new file says that no third one will help.
    private const int MaxSyncFailures = 2;

    // How long the longest line was that was lost since room for such a one was found last; zero while the log works.
    private long _missing;

    /// <summary>
    /// Writes the batch. If its lines cannot be written together, each is tried alone, so that a bad one takes no other with it; they are settled
    /// then, else <see cref="Settle(in LogGate.Held)"/> is left to do.
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
                // No line is to blame for a file that is given up.
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

    /// <returns>Why none of them is written; null if all are, but those that cannot be lines.</returns>
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
            line.Lost ??= _stamp.Add(ref _chain, ref line);
        }
    }
}
