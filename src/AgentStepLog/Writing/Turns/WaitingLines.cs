namespace AgentStepLog.Writing;

/// <summary>The lines that are not written yet, and the turn to write them. Guarded by the log's lock.</summary>
/// <param name="queue">Lines that no thread waits for; null if a thread waits for every line.</param>
internal sealed class WaitingLines(QueuedLines? queue)
{
    private bool _isScheduled;

    internal Turn Turn { get; } = new();

    internal QueuedLines? Queue => queue;

    /// <summary>Whether the log is ending, so that further lines are late.</summary>
    internal bool IsEnding { get; set; }

    /// <summary>How many records came late.</summary>
    internal long Late { get; set; }

    /// <summary>How many threads wait for room in the queue, or until the queue is written.</summary>
    internal int Waiters { get; set; }

    /// <summary>Adds waiting lines to the pen's batch, up to its size.</summary>
    /// <returns>The first of the threads that wait for these lines; each one links to the next.</returns>
    internal Waiter? TakeInto(Pen pen)
    {
        var others = Turn.TakeWaiting(pen.Batch, pen.MaxBatch);
        queue?.TakeInto(pen.Batch, pen.MaxBatch);
        return others;
    }

    /// <summary>Whether a thread of the pool must be scheduled, because no other thread will write the queued lines.</summary>
    internal bool MustSchedule()
    {
        var must = !Turn.IsTaken && !_isScheduled && queue is { IsEmpty: false };
        _isScheduled |= must;
        return must;
    }

    /// <summary>Called when the scheduled thread of the pool runs.</summary>
    internal Pen? Scheduled()
    {
        _isScheduled = false;
        return Turn.TryTake();
    }
}
