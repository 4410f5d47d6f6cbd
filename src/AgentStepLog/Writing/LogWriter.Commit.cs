namespace AgentStepLog.Writing;

/// <summary>From a thread with a line to a line in the file.</summary>
internal sealed partial class LogWriter
{
    private static readonly StepLogException s_late = new("The log is closed.");

    /// <summary>Writes a line, or has it written. It is in the log then as surely as the log's durability says.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Its time by <see cref="Clock"/>; null for now.</param>
    /// <param name="endsCall">Whether it is the outcome of a call.</param>
    /// <returns>Why it is not; null if it is.</returns>
    private Exception? Commit(Line line, long? at = null, bool endsCall = false)
    {
        if (FlawOf(line, at) is { } flaw)
        {
            Interlocked.Add(ref _open, endsCall ? -1 : 0);
            _gate.Lose(flaw);
            return flaw;
        }

        return _isQueued ? Enqueue(line, endsCall) : Write(line, endsCall);
    }

    private Exception? Write(Line line, bool endsCall)
    {
        Pen? pen;
        using (var log = _gate.Hold())
        {
            Interlocked.Add(ref _open, endsCall ? -1 : 0);
            if (log.Waiting.IsEnding)
            {
                log.Waiting.Late++;
                return s_late;
            }

            pen = log.Waiting.Turn.TryTake();
            if (pen is null)
            {
                log.Waiting.Turn.Wait(line.Waiter);
            }
            else
            {
                pen.Batch.Add(line);
            }
        }

        Waiter? others = null;
        if (pen is null)
        {
            pen = line.Waiter.Await(Spins);
            if (pen is null)
            {
                return line.Lost;
            }

            using var log = _gate.Hold();
            others = log.Waiting.TakeInto(pen);
        }

        WriteBatches(pen, others, line);
        return line.Lost;
    }

    /// <summary>The same by a turn of the line's own, after what was queued before: the line is written when this returns, whatever the log's durability.</summary>
    private Exception? CommitNow(Line line)
    {
        if (FlawOf(line) is { } flaw)
        {
            _gate.Lose(flaw);
            return flaw;
        }

        CatchUp();
        var pen = TakeTurn();
        try
        {
            using (var log = _gate.Hold())
            {
                if (log.Waiting.IsEnding)
                {
                    return s_late;
                }
            }

            pen.Batch.Add(line);
            pen.WriteAndSettle();
            return line.Lost;
        }
        finally
        {
            EndTurn(pen);
        }
    }

    // Before anything is locked: the clock may be the user's, and what is withheld or stored apart takes its time.
    private Exception? FlawOf(Line line, long? at = null)
    {
        try
        {
            line.Fit();
            line.SetTime(_clock.Now(), at ?? _clock.Elapsed());
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
