using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>The end of a run.</summary>
internal sealed partial class LogWriter
{
    /// <summary>Writes all that waits, then <c>run_end</c>, and closes the log.</summary>
    /// <param name="end">What the run came to.</param>
    /// <param name="running">Finds the calls of a log that have not ended, in the order in which they began.</param>
    /// <returns>False if it was closed already.</returns>
    internal bool End(RunEnd end, Func<LogWriter, List<RunningCall>> running)
    {
        var line = NewLine(StepKind.RunEnd);
        end.Write(line, Secrets);
        var timeFlaw = TimeFlaw(line);
        var pen = TakeTurn();
        try
        {
            if (_closed)
            {
                return false;
            }

            using (var log = _gate.Hold())
            {
                log.Waiting.IsEnding = true; // what comes from here on comes late
                log.WakeAll();
            }

            WriteWaiting(pen, batches: int.MaxValue);
            pen.LookSoon();
            WriteEnd(pen, line, timeFlaw, running);
            _closed = true;
            CloseFiles(isWhole: pen.Close());
            ProcessEnd.Forget(this);
            return true;
        }
        finally
        {
            EndTurn(pen);
        }
    }

    /// <summary>Lets go of the log as a killed process does. For tests.</summary>
    internal void Abandon()
    {
        CatchUp();
        var pen = TakeTurn();
        try
        {
            using (var log = _gate.Hold())
            {
                log.Waiting.IsEnding = true;
            }

            _closed = true;
            _head?.Close();
            pen.Abandon();
            _run.LetGo(isOver: false);
        }
        finally
        {
            EndTurn(pen);
        }
    }

    // Of one file that says by itself that it is whole there is nothing more to know. Of several only the head names the last; and of a run that has no end, what it may be gone on with.
    private void CloseFiles(bool isWhole)
    {
        bool hasEnd, isOne;
        using (var log = _gate.Hold())
        {
            (hasEnd, isOne) = (log.SoFar.HasEnd, log.SoFar.Files.Count == 1);
        }

        if (!hasEnd)
        {
            _head?.Close();
        }
        else if (isWhole && isOne)
        {
            _head?.CloseAndRemove();
        }
        else
        {
            _head?.CloseAndWrite();
        }

        _run.LetGo(isOver: hasEnd);
    }

    private Exception? TimeFlaw(Line line)
    {
        try
        {
            line.SetTime(_clock.Now(), _clock.Elapsed());
            return null;
        }
        catch (Exception e)
        {
            return e; // the clock may be the user's
        }
    }

    private void WriteEnd(Pen pen, Line line, Exception? timeFlaw, Func<LogWriter, List<RunningCall>> running)
    {
        if (timeFlaw is not null)
        {
            _gate.Lose(timeFlaw);
            return;
        }

        try
        {
            WriteUnfinished(pen, line, running);
            using (var log = _gate.Hold())
            {
                // The line states the run's duration, so its own time is that one.
                line.SetTime(line.Timestamp, Math.Max(line.Elapsed, pen.Elapsed));
                log.SoFar.Totals.Elapsed(line.Elapsed);
                RunTotals.Write(line, log.SoFar.Totals.ToSummary());
            }

            line.Complete();
            pen.Batch.Add(line);
            pen.WriteAndSettle();
        }
        catch (Exception e)
        {
            _gate.Lose(e);
        }
    }
}
