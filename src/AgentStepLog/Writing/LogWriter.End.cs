using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>The part of the writer that ends a run.</summary>
internal sealed partial class LogWriter
{
    /// <summary>Writes all waiting lines and then <c>run_end</c>, and closes the log.</summary>
    /// <param name="end">The outcome of the run.</param>
    /// <param name="running">Finds the log's calls that have not ended, in the order in which they began.</param>
    /// <returns>False if the log was closed already.</returns>
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
                log.Waiting.IsEnding = true; // lines that come from now on are late
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

    /// <summary>Releases the log without an end, as a killed process does. For tests.</summary>
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

    // The head goes if the log has an end and only one whole file: that file says everything. It stays if there are several files, because only the head names the last
    // one. It stays if there is no end, because resuming reads it.
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
            return e; // the clock may be the user's code
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
                // The line states the run's duration, so the line's own time is the same.
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
