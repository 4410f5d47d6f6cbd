namespace AgentStepLog.Writing;

/// <summary>
/// Lines that nobody waits for. They are written by a thread of the pool; and where there is no room for another, by who brings it, so that
/// a pool whose threads all wait for room cannot hold itself up.
/// </summary>
internal sealed partial class LogWriter : IThreadPoolWorkItem
{
    private readonly QueuedLines? _queue;
    private bool _isScheduled;
    private int _waitForRoom;

    void IThreadPoolWorkItem.Execute()
    {
        using (Gate.Hold(_gate))
        {
            _isScheduled = false;
            if (!_turn.TryTake())
            {
                return; // who has it sees to it that the rest is written
            }
        }

        // Some at a time: others may wait for the turn, and what comes meanwhile may have no end.
        WriteWaiting(batches: 4);
        EndTurn();
    }

    /// <summary>Waits until all that was recorded before is written: who looks at the log finds it there.</summary>
    internal void CatchUp()
    {
        if (_queue is not null)
        {
            CatchUp(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The same for some time at most.</summary>
    internal void CatchUp(TimeSpan atMost)
    {
        var until = Environment.TickCount64 + (long)atMost.TotalMilliseconds;
        var interrupted = false;
        for (long? added = null; ;)
        {
            using (Gate.Hold(_gate))
            {
                added ??= _queue!.Added;
                if (_queue!.Done >= added || (atMost > TimeSpan.Zero && Environment.TickCount64 > until))
                {
                    break;
                }

                if (!_turn.TryTake())
                {
                    _waitForRoom++;
                    Gate.Wait(_gate, 50, ref interrupted);
                    _waitForRoom--;
                    continue;
                }
            }

            WriteWaiting(batches: 1);
            EndTurn();
        }

        Gate.End(interrupted);
    }

    private StepLogException? Enqueue(Line line, bool endsCall)
    {
        var interrupted = false;
        var failure = Enqueue(line, endsCall, ref interrupted);
        Gate.End(interrupted);
        return failure;
    }

    private StepLogException? Enqueue(Line line, bool endsCall, ref bool interrupted)
    {
        var schedules = false;
        for (var isFirst = true; ; isFirst = false)
        {
            using (Gate.Hold(_gate))
            {
                Interlocked.Add(ref _open, isFirst && endsCall ? -1 : 0);
                if (_ending)
                {
                    _late++;
                    return s_late;
                }

                if (_queue!.HasRoomFor(line))
                {
                    _queue.Add(line);
                    schedules = MustSchedule();
                    break;
                }

                if (!_turn.TryTake())
                {
                    _waitForRoom++;
                    Gate.Wait(_gate, Timeout.Infinite, ref interrupted);
                    _waitForRoom--;
                    continue;
                }
            }

            WriteWaiting(batches: 1);
            EndTurn();
        }

        if (schedules)
        {
            Schedule();
        }

        return null;
    }

    private bool MustSchedule()
    {
        var must = !_turn.IsTaken && !_isScheduled && _queue is { IsEmpty: false };
        _isScheduled |= must;
        return must;
    }

    private void Schedule() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private void FreeQueue(ReadOnlySpan<BatchLine> lines)
    {
        if (_queue is not null)
        {
            _queue.Free(lines);
            if (_waitForRoom > 0)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }
}
