namespace AgentStepLog.Writing;

/// <summary>What is not written yet, and who has the turn to write it. Guarded by the log's lock.</summary>
/// <param name="queue">Lines that nobody waits for; null where every line is waited for.</param>
internal sealed class WaitingLines(QueuedLines? queue)
{
    private bool _isScheduled;

    internal Turn Turn { get; } = new();

    internal QueuedLines? Queue => queue;

    /// <summary>What comes from here on comes late.</summary>
    internal bool IsEnding { get; set; }

    /// <summary>How much came late.</summary>
    internal long Late { get; set; }

    /// <summary>How many threads wait for room in the queue, or until it is written.</summary>
    internal int Waiters { get; set; }

    /// <summary>Takes what waits into the batch, as far as that goes.</summary>
    /// <returns>The first of the threads that wait for their lines: each knows the next.</returns>
    internal Waiter? TakeInto(Pen pen)
    {
        var others = Turn.TakeWaiting(pen.Batch, pen.MaxBatch);
        queue?.TakeInto(pen.Batch, pen.MaxBatch);
        return others;
    }

    /// <summary>Whether a thread of the pool is to be called to write what is queued: nobody else will.</summary>
    internal bool MustSchedule()
    {
        var must = !Turn.IsTaken && !_isScheduled && queue is { IsEmpty: false };
        _isScheduled |= must;
        return must;
    }

    /// <summary>That thread has come.</summary>
    internal Pen? Scheduled()
    {
        _isScheduled = false;
        return Turn.TryTake();
    }
}
