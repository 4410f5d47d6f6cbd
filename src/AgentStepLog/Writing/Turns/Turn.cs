namespace AgentStepLog.Writing;

/// <summary>
/// Whose turn it is to write. One thread at a time has it; the others queue up with their lines meanwhile, and the next one to have the turn writes
/// them all at once. Guarded by the log's lock, all of it. The turn is to have the <see cref="Pen"/>, which lies here while nobody writes.
/// </summary>
internal sealed class Turn
{
    private Pen? _pen;
    private Waiter? _first;
    private Waiter? _last;

    internal bool IsTaken => _pen is null;

    /// <summary>How many wait. For tests.</summary>
    internal int Waiting
    {
        get
        {
            var count = 0;
            for (var waiter = _first; waiter is not null; waiter = waiter.Next)
            {
                count++;
            }

            return count;
        }
    }

    /// <returns>Null if another thread has it.</returns>
    internal Pen? TryTake()
    {
        var pen = _pen;
        _pen = null;
        return pen;
    }

    /// <summary>Queues up, behind those that wait already.</summary>
    internal void Wait(Waiter waiter)
    {
        waiter.Begin();
        Append(waiter, ref _first, ref _last);
    }

    /// <summary>Takes what waits to be written, as far as the batch goes; who wants the turn for itself goes on waiting.</summary>
    /// <returns>The first of those whose lines were taken: each knows the next.</returns>
    internal Waiter? TakeWaiting(Batch batch, long maxBytes)
    {
        Waiter? taken = null, lastTaken = null, lastKept = null;
        var waiter = _first;
        _first = null;
        while (waiter is not null)
        {
            var next = waiter.Next;
            waiter.Next = null;
            if (waiter.Line is null || (taken is not null && batch.Bytes >= maxBytes))
            {
                Append(waiter, ref _first, ref lastKept);
            }
            else
            {
                batch.Add(waiter.Line);
                Append(waiter, ref taken, ref lastTaken);
            }

            waiter = next;
        }

        _last = lastKept;
        return taken;
    }

    /// <summary>Ends the turn.</summary>
    /// <param name="pen">Given back, or to be handed to whose turn it is now.</param>
    /// <returns>Whose turn it is, to be told outside of the lock; null when nobody waits.</returns>
    internal Waiter? Pass(Pen pen)
    {
        var next = _first;
        _pen = next is null ? pen : null;
        if (next is { Line: null })
        {
            _first = next.Next;
            _last = _first is null ? null : _last;
        }

        return next;
    }

    private static void Append(Waiter waiter, ref Waiter? first, ref Waiter? last)
    {
        if (last is null)
        {
            first = waiter;
        }
        else
        {
            last.Next = waiter;
        }

        last = waiter;
    }
}
