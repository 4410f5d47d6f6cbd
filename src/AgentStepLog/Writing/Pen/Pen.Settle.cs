namespace AgentStepLog.Writing;

/// <summary>The part of the pen that publishes written lines, and counts lost ones.</summary>
internal sealed partial class Pen
{
    /// <summary>Shows the written lines to readers, and sets the result for the threads that wait for them.</summary>
    internal void Settle(in LogGate.Held log)
    {
        if (!Batch.Lines.IsEmpty)
        {
            try
            {
                Settle(log, Batch.Lines);
            }
            finally
            {
                Batch.Clear(); // the lines are in the file, and must not be written twice
            }
        }
    }

    private void Settle(in LogGate.Held log, Span<BatchLine> lines)
    {
        var written = false;
        var soFar = log.SoFar;
        if (_gap.Length > 0)
        {
            Publish(soFar, ref _gap);
            _gap = default;
        }

        foreach (ref var line in lines)
        {
            if (line.Source is { } source)
            {
                source.Lost = line.Lost;
            }

            if (line.Lost is { } cause)
            {
                log.Losses.AddLine(log.Losses.Told(cause), line.Timestamp); // the cause is the disk's or this library's, so no user's code runs here
                soFar.IsFailing = true;
                _missing = line.NeedsRoom ? _missing : Math.Max(_missing, LineLimits.Length(line.Fields.Length)); // a call that is not made loses nothing
                continue;
            }

            Publish(soFar, ref line);
            written = true;
        }

        soFar.IsFailing &= !written;
        soFar.Files[^1] = (_segment.Number, _segment.Length);
        if (log.Waiting.Queue is { } queue)
        {
            queue.Free(lines);
            log.WakeWaiters();
        }
    }

    private void Publish(LogSoFar soFar, ref BatchLine line)
    {
        soFar.Publish(ref line, _stamp, _segment.Number, _segment.Length - _stamp.Lines.Length);
        _lines.TellsResumption = false;
    }

    private void TellLosses(long timestamp, long elapsed, ref Loss told)
    {
        if (!_gate.HasUntold)
        {
            return;
        }

        using (var log = _gate.Hold())
        {
            told = log.Losses.Take();
        }

        _gapLine.Begin(StepKind.Gap, _lines);
        told.Write(_gapLine);
        _gapLine.Complete();
        _gap = new() { Type = StepKind.Gap, Fields = _gapLine.Fields, Timestamp = timestamp, Elapsed = elapsed };
        if (_stamp.Add(ref _chain, ref _gap) is { } flaw)
        {
            throw flaw; // a gap is short, because every user's text in it is cut
        }
    }

    // Nothing of the attempt is in the file, so the next attempt begins where this one began.
    private void GoBack(in Chain before, ref Loss told)
    {
        _chain = before;
        using (var log = _gate.Hold())
        {
            log.Losses.PutBack(told);
        }

        told = default;
        _gap = default;
    }
}
