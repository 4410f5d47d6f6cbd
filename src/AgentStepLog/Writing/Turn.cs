namespace AgentStepLog.Writing;

/// <summary>
/// Whose turn it is to write. One thread at a time has it; lines of the others queue up meanwhile, and the next one to have the turn writes
/// them all at once. Guarded by the log's lock, all of it. The turn is to have the <see cref="Pen"/>, which lies here while nobody writes.
/// </summary>
internal sealed class Turn
{
    private Pen? _pen;
    private Line? _first;
    private Line? _last;

    internal bool IsTaken => _pen is null;

    /// <summary>How many wait. For tests.</summary>
    internal int Waiting
    {
        get
        {
            var count = 0;
            for (var line = _first; line is not null; line = line.Next)
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

    /// <summary>Queues a line up, behind those that wait already.</summary>
    internal void Wait(Line line, bool wantsTurn = false)
    {
        line.BeginWaiting(wantsTurn);
        Append(line, ref _first, ref _last);
    }

    /// <summary>Takes what waits to be written, as far as the batch goes; who wants the turn for itself goes on waiting.</summary>
    /// <returns>The first of the lines taken: each knows the next.</returns>
    internal Line? TakeWaiting(Batch batch, long maxBytes)
    {
        Line? taken = null, lastTaken = null, lastKept = null;
        var line = _first;
        _first = null;
        while (line is not null)
        {
            var next = line.Next;
            line.Next = null;
            if (line.WantsTurn || (taken is not null && batch.Bytes >= maxBytes))
            {
                Append(line, ref _first, ref lastKept);
            }
            else
            {
                batch.Add(line);
                Append(line, ref taken, ref lastTaken);
            }

            line = next;
        }

        _last = lastKept;
        return taken;
    }

    /// <summary>Ends the turn.</summary>
    /// <param name="pen">Given back, or to be handed to whose turn it is now.</param>
    /// <returns>Whose turn it is, to be told outside of the lock; null when nobody waits.</returns>
    internal Line? Pass(Pen pen)
    {
        var next = _first;
        _pen = next is null ? pen : null;
        if (next is { WantsTurn: true })
        {
            _first = next.Next;
            _last = _first is null ? null : _last;
        }

        return next;
    }

    private static void Append(Line line, ref Line? first, ref Line? last)
    {
        if (last is null)
        {
            first = line;
        }
        else
        {
            last.Next = line;
        }

        last = line;
    }
}
