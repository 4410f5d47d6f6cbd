namespace AgentStepLog.Writing;

/// <summary>
/// The part of the writer that queues lines, so that no thread waits for them. A thread of the pool writes them. A thread whose line finds no room in the queue writes
/// too, so that the log does not stand still when all threads of the pool wait for room.
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
            return; // the thread that has the turn makes sure that the rest is written
        }

        // Only a few batches: other threads may wait for the turn, and further lines may come without end.
        WriteQueued(pen, batches: 4);
    }

    /// <summary>Waits until all lines recorded before are written, so that a reader of the log finds them.</summary>
    internal void CatchUp()
    {
        if (_isQueued)
        {
            CatchUp(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Waits for the same, but at most for the given time.</summary>
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
