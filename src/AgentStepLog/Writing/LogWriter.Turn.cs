namespace AgentStepLog.Writing;

/// <summary>
/// Turns to write. The thread that has the turn writes its own line and the lines that have queued up meanwhile, with one write and, for a durable log, one sync.
/// The other threads sleep until their line is written, or until they have the turn. A turn ends whatever happens in it (memory may run out): otherwise all others
/// would wait for ever.
/// </summary>
internal sealed partial class LogWriter
{
    // A write takes less time than to fall asleep and be woken; a sync does not.
    private const int SpinsForWrite = 14;

    /// <summary>How many batches a thread writes for other threads in one turn. It has a caller, too, which waits for it.</summary>
    internal const int MaxBatchesForOthers = 8;

    private int Spins => _isDurable ? 0 : SpinsForWrite;

    /// <summary>Waits for a turn without a line.</summary>
    private Pen TakeTurn()
    {
        Waiter waiter;
        using (var log = _gate.Hold())
        {
            if (log.Waiting.Turn.TryTake() is { } pen)
            {
                return pen;
            }

            log.Waiting.Turn.Wait(waiter = new(line: null));
        }

        return waiter.Await(Spins)!; // it has no line that another thread could write
    }

    /// <summary>
    /// Writes the batch, and some of the lines that come meanwhile, and ends the turn. To write the line of another thread takes less time than to wake that thread:
    /// while it wakes, no line is written.
    /// </summary>
    /// <param name="pen">What to write with, until the turn ends.</param>
    /// <param name="others">The threads that wait for a line in the batch.</param>
    /// <param name="own">The line of this thread, which does not wait.</param>
    private void WriteBatches(Pen pen, Waiter? others, Line own)
    {
        var left = _isDurable ? 0 : MaxBatchesForOthers;
        do
        {
            var written = others;
            var goesOn = false;
            try
            {
                pen.Write();
                goesOn = left-- > 0;
            }
            finally
            {
                try
                {
                    others = EndTurn(pen, takesMore: goesOn);
                }
                finally
                {
                    Wake(written, own);
                }
            }
        }
        while (others is not null);
    }

    /// <summary>Writes the queued lines, in at most so many batches, and ends the turn.</summary>
    private void WriteQueued(Pen pen, int batches)
    {
        try
        {
            WriteWaiting(pen, batches);
        }
        finally
        {
            EndTurn(pen);
        }
    }

    /// <summary>Writes the lines that wait, and those that come meanwhile, in the turn of this thread.</summary>
    private void WriteWaiting(Pen pen, int batches)
    {
        while (batches-- > 0)
        {
            Waiter? others;
            using (var log = _gate.Hold())
            {
                others = log.Waiting.TakeInto(pen);
            }

            if (pen.Batch.Lines.IsEmpty)
            {
                return;
            }

            try
            {
                pen.WriteAndSettle();
            }
            finally
            {
                Wake(others, own: null);
            }
        }
    }

    /// <summary>Settles the written lines, and ends the turn unless there is more to write.</summary>
    /// <returns>The threads that wait for the lines that are in the batch now; null when the turn has ended.</returns>
    private Waiter? EndTurn(Pen pen, bool takesMore = false)
    {
        Waiter? others = null, next = null;
        var schedules = false;
        try
        {
            using var log = _gate.Hold();
            try
            {
                pen.Settle(log);
                others = takesMore ? log.Waiting.TakeInto(pen) : null;
            }
            finally
            {
                if (others is null)
                {
                    next = log.Waiting.Turn.Pass(pen);
                    schedules = next is null && log.Waiting.MustSchedule();
                    log.WakeWaiters(); // a thread that found the turn in use a moment ago may write for itself now: the pool may have no thread free
                }
            }
        }
        finally
        {
            next?.Lead(pen);
            if (schedules)
            {
                Schedule();
            }
        }

        return others;
    }

    private static void Wake(Waiter? first, Line? own)
    {
        for (var waiter = first; waiter is not null;)
        {
            var next = waiter.Next; // first, since its thread may use it again
            if (waiter.Line != own)
            {
                waiter.End();
            }

            waiter = next;
        }
    }
}
