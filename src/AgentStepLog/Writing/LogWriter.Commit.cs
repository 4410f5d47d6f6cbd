namespace AgentStepLog.Writing;

/// <summary>
/// From a thread with a line to a line in the file. Whose turn it is writes its own line and those that queued up meanwhile, with one write
/// and, where that is asked for, one sync; the others sleep until theirs is written, or it is their turn.
/// </summary>
internal sealed partial class LogWriter
{
    // A write takes less time than to fall asleep and be woken; a sync does not.
    private const int SpinsForWrite = 14;

    /// <summary>For others, by who has the turn: it has a caller, too, which wants it back.</summary>
    internal const int MaxBatchesForOthers = 8;

    private static readonly StepLogException s_late = new("The log is closed.");

    private int Spins => _isDurable ? 0 : SpinsForWrite;

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

        if (_isQueued)
        {
            return Enqueue(line, endsCall);
        }

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
                log.Waiting.Turn.Wait(line);
            }
            else
            {
                pen.Batch.Add(line);
            }
        }

        Line? others = null;
        if (pen is null)
        {
            pen = line.Await(Spins);
            if (pen is null)
            {
                return line.Lost;
            }

            using var log = _gate.Hold();
            others = log.Waiting.TakeInto(pen);
        }

        WriteInTurn(pen, others, line);
        return line.Lost;
    }

    /// <summary>
    /// Writes the batch, and some of what comes meanwhile: to write a line for somebody costs less than to wake its thread so that it does, during which
    /// nobody writes. Then the turn ends.
    /// </summary>
    /// <param name="pen">What to write with, until the turn ends.</param>
    /// <param name="others">Whose lines are in the batch beside the own one.</param>
    /// <param name="own">The line of this thread.</param>
    private void WriteInTurn(Pen pen, Line? others, Line own)
    {
        for (var left = _isDurable ? 0 : MaxBatchesForOthers; ; left--)
        {
            Line? waiting = null, next = null;
            var goesOn = false;
            try
            {
                pen.Write();
                goesOn = left > 0;
            }
            finally
            {
                // Whatever happens (memory may run out), or everybody would wait for ever.
                using (var log = _gate.Hold())
                {
                    pen.Settle(log);
                    if (goesOn)
                    {
                        waiting = log.Waiting.TakeInto(pen);
                    }

                    if (waiting is null)
                    {
                        next = log.Waiting.Turn.Pass(pen);
                    }
                }

                next?.Lead(pen);
                Wake(others, own);
            }

            if (waiting is null)
            {
                return;
            }

            others = waiting;
        }
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
        var pen = TakeTurn(line);
        bool isLate;
        using (var log = _gate.Hold())
        {
            isLate = log.Waiting.IsEnding;
        }

        if (!isLate)
        {
            pen.Batch.Add(line);
            pen.Write();
        }

        EndTurn(pen);
        return isLate ? s_late : line.Lost;
    }

    // Before anything is locked: the clock may be the user's, and what is withheld or stored apart takes its time.
    private Exception? FlawOf(Line line, long? at = null)
    {
        try
        {
            line.EnsureFit();
            line.SetTime(_clock.Now(), at ?? _clock.Elapsed());
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static void Wake(Line? first, Line? own)
    {
        for (var line = first; line is not null;)
        {
            var next = line.Next; // first, since its thread may use the line again
            if (line != own)
            {
                line.End();
            }

            line = next;
        }
    }
}
