namespace AgentStepLog.Writing;

/// <summary>
/// Lines that nobody waits for. They are written by a thread of the pool; and where there is no room for another, by who brings it, so that
/// a pool whose threads all wait for room cannot hold itself up.
/// </summary>
internal sealed partial class LogWriter : IThreadPoolWorkItem
{
    void IThreadPoolWorkItem.Execute()
    {
        Pen? pen;
        using (var log = _gate.Hold())
        {
            pen = log.Waiting.Scheduled();
        }

        if (pen is null)
        {
            return; // who has the turn sees to it that the rest is written
        }

        // Some at a time: others may wait for the turn, and what comes meanwhile may have no end.
        WriteQueued(pen, batches: 4);
    }

    /// <summary>Waits until all that was recorded before is written: who looks at the log finds it there.</summary>
    internal void CatchUp()
    {
        if (_isQueued)
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
            Pen? pen;
            using (var log = _gate.Hold())
            {
                var queue = log.Waiting.Queue!;
                added ??= queue.Added;
                if (queue.Done >= added || (atMost > TimeSpan.Zero && Environment.TickCount64 > until))
                {
                    break;
                }

                pen = log.Waiting.Turn.TryTake();
                if (pen is null)
                {
                    log.Waiting.Waiters++;
                    log.Wait(50, ref interrupted);
                    log.Waiting.Waiters--;
                    continue;
                }
            }

            WriteQueued(pen, batches: 1);
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
        while (true)
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

                if (log.Waiting.Queue!.HasRoomFor(line))
                {
                    log.Waiting.Queue.Add(line);
                    schedules = log.Waiting.MustSchedule();
                    break;
                }

                pen = log.Waiting.Turn.TryTake();
                if (pen is null)
                {
                    log.Waiting.Waiters++;
                    log.Wait(Timeout.Infinite, ref interrupted);
                    log.Waiting.Waiters--;
                    continue;
                }
            }

            WriteQueued(pen, batches: 1);
        }

        if (schedules)
        {
            Schedule();
        }

        return null;
    }

    private void Schedule() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
}
