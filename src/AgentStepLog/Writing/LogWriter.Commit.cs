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

    private readonly Turn _turn = new();
    private readonly Batch _batch = new();
    private readonly bool _isDurable;
    private readonly long _maxBatch;

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
            Lose(flaw);
            return flaw;
        }

        if (_queue is not null)
        {
            return Enqueue(line, endsCall);
        }

        bool leads;
        using (Gate.Hold(_gate))
        {
            Interlocked.Add(ref _open, endsCall ? -1 : 0);
            if (_ending)
            {
                _late++;
                return s_late;
            }

            leads = _turn.TryTake();
            if (leads)
            {
                _batch.Add(line);
            }
            else
            {
                _turn.Wait(line);
            }
        }

        Line? others = null;
        if (!leads)
        {
            if (!line.Await(Spins))
            {
                return line.Lost;
            }

            using (Gate.Hold(_gate))
            {
                others = _turn.TakeWaiting(_batch, _maxBatch);
            }
        }

        WriteInTurn(others, line);
        return line.Lost;
    }

    /// <summary>
    /// Writes the batch, and some of what comes meanwhile: to write a line for somebody costs less than to wake its thread so that it does, during which
    /// nobody writes. Then the turn ends.
    /// </summary>
    /// <param name="others">Whose lines are in the batch beside the own one.</param>
    /// <param name="own">The line of this thread.</param>
    private void WriteInTurn(Line? others, Line own)
    {
        for (var left = _isDurable ? 0 : MaxBatchesForOthers; ; left--)
        {
            Line? waiting = null, next = null;
            var goesOn = false;
            try
            {
                WriteBatch();
                goesOn = left > 0;
            }
            finally
            {
                // Whatever happens (memory may run out), or everybody would wait for ever.
                using (Gate.Hold(_gate))
                {
                    SettleBatch();
                    if (goesOn)
                    {
                        waiting = _turn.TakeWaiting(_batch, _maxBatch);
                    }

                    if (waiting is null)
                    {
                        next = _turn.Pass();
                    }
                }

                next?.Lead();
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
            Lose(flaw);
            return flaw;
        }

        CatchUp();
        TakeTurn(line);
        if (_ending)
        {
            EndTurn();
            return s_late;
        }

        _batch.Add(line);
        WriteBatch();
        EndTurn();
        return line.Lost;
    }

    // Before anything is locked: the clock may be the user's, and what is withheld or stored apart takes its time.
    private Exception? FlawOf(Line line, long? at = null)
    {
        try
        {
            line.EnsureFit();
            line.SetTime(Now(), at ?? Clock());
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private void TakeTurn(Line line)
    {
        using (Gate.Hold(_gate))
        {
            if (_turn.TryTake())
            {
                return;
            }

            _turn.Wait(line, wantsTurn: true);
        }

        line.Await(Spins);
    }

    private void EndTurn()
    {
        Line? next;
        bool schedules;
        using (Gate.Hold(_gate))
        {
            SettleBatch();
            next = _turn.Pass();
            schedules = next is null && MustSchedule();
            if (_waitForRoom > 0)
            {
                Monitor.PulseAll(_gate); // who found the turn taken a moment ago may write for itself now; the pool may have no thread
            }
        }

        next?.Lead();
        if (schedules)
        {
            Schedule();
        }
    }

    /// <summary>Writes what waits, and what comes meanwhile, by who has the turn.</summary>
    private void WriteWaiting(int batches = int.MaxValue)
    {
        while (batches-- > 0)
        {
            Line? others;
            using (Gate.Hold(_gate))
            {
                others = _turn.TakeWaiting(_batch, _maxBatch);
                _queue?.TakeInto(_batch, _maxBatch);
            }

            if (_batch.Lines.IsEmpty)
            {
                return;
            }

            WriteAndSettle();
            Wake(others, own: null);
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
