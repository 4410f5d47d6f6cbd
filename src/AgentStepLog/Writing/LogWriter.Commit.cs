namespace AgentStepLog.Writing;

/// <summary>From a thread with a line to a line in the file.</summary>
internal sealed partial class LogWriter
{
    /// <summary>Writes a line, or has it written. It is in the log then as surely as the log's durability says.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Its time by <see cref="Clock"/>; null for now.</param>
    /// <param name="endsCall">Whether it is the outcome of a call.</param>
    /// <returns>Why it is not; null if it is.</returns>
    private Exception? Commit(Line line, long? at = null, bool endsCall = false)
    {
        if (Complete(line, at) is { } flaw)
        {
            if (endsCall)
            {
                EndCall(line);
            }

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
            if (endsCall)
            {
                EndCall(line);
            }

            if (log.Waiting.IsEnding)
            {
                return Late(log);
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
        if (Complete(line) is { } flaw)
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
                    return Late(log);
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
    private Exception? Complete(Line line, long? at = null)
    {
        try
        {
            line.Complete();
            line.SetTime(_clock.Now(), at ?? _clock.Elapsed());
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static StepLogException Late(in LogGate.Held log)
    {
        log.Waiting.Late++;
        return new(StepLogErrorReason.AlreadyEnded, "The log is closed.");
    }
}
