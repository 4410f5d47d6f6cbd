namespace AgentStepLog.Writing;

/// <summary>Turns that a thread takes for itself, to write what waits or to end the log.</summary>
internal sealed partial class LogWriter
{
    private Pen TakeTurn(Line line)
    {
        using (var log = _gate.Hold())
        {
            if (log.Waiting.Turn.TryTake() is { } pen)
            {
                return pen;
            }

            log.Waiting.Turn.Wait(line, wantsTurn: true);
        }

        return line.Await(Spins)!; // nobody writes a line that wants the turn
    }

    private void EndTurn(Pen pen)
    {
        Line? next;
        bool schedules;
        using (var log = _gate.Hold())
        {
            pen.Settle(log);
            next = log.Waiting.Turn.Pass(pen);
            schedules = next is null && log.Waiting.MustSchedule();
            log.WakeWaiters(); // who found the turn taken a moment ago may write for itself now; the pool may have no thread
        }

        next?.Lead(pen);
        if (schedules)
        {
            Schedule();
        }
    }

    /// <summary>Writes what waits, and what comes meanwhile, by who has the turn.</summary>
    private void WriteWaiting(Pen pen, int batches = int.MaxValue)
    {
        while (batches-- > 0)
        {
            Line? others;
            using (var log = _gate.Hold())
            {
                others = log.Waiting.TakeInto(pen);
            }

            if (pen.Batch.Lines.IsEmpty)
            {
                return;
            }

            pen.WriteAndSettle();
            Wake(others, own: null);
        }
    }
}
