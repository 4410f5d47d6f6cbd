namespace AgentStepLog.Writing;

/// <summary>
/// The turn to write. One thread at a time has it. The other threads queue with their lines meanwhile, and the next thread with the turn writes all of these lines at
/// once. The thread with the turn holds the <see cref="Pen"/>, which lies here while no thread writes. Guarded by the log's lock.
/// </summary>
internal sealed class Turn
{
    private Pen? _pen;
    private Waiter? _first;
    private Waiter? _last;

    internal bool IsTaken => _pen is null;

    /// <summary>How many threads wait. For tests.</summary>
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

    /// <returns>The pen; null if another thread has the turn.</returns>
    internal Pen? TryTake()
    {
        var pen = _pen;
        _pen = null;
        return pen;
    }

    /// <summary>Puts a thread at the end of the queue.</summary>
    internal void Wait(Waiter waiter)
    {
        waiter.Begin();
        Append(waiter, ref _first, ref _last);
    }

    /// <summary>Adds the waiting lines to a batch, up to its size. Threads that want the turn for themselves keep waiting.</summary>
    /// <returns>The first of the threads whose lines were added; each one links to the next.</returns>
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
    /// <param name="pen">The pen: it is given back, or handed to the next thread.</param>
    /// <returns>The thread that has the turn now, to be woken outside of the lock; null if no thread waits.</returns>
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
