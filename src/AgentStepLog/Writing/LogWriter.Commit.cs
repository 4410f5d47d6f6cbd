namespace AgentStepLog.Writing;

/// <summary>The part of the writer that brings a thread's line into the file.</summary>
internal sealed partial class LogWriter
{
    /// <summary>Writes a line, or queues it. When this method returns, the line is as safe as the log's durability promises.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">The line's time by <see cref="Clock"/>; null for now.</param>
    /// <param name="endsCall">Whether the line is the outcome of a call.</param>
    /// <returns>The reason why the line is not in the log; null if it is, or if it is queued.</returns>
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

    /// <summary>Writes a line in a turn of its own, after all queued lines. The line is written when this method returns, whatever the log's durability.</summary>
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

    // Runs before any lock is taken: the clock may be the user's code, and withholding and storing blobs take time.
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
