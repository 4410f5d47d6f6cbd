namespace AgentStepLog.Writing;

/// <summary>The end of a run.</summary>
internal sealed partial class LogWriter
{
    /// <summary>Writes all that waits, then <c>run_end</c>, and closes the log.</summary>
    /// <returns>False if it was closed already.</returns>
    internal bool End(RunEnd end)
    {
        var line = NewLine(LineType.RunEnd);
        end.Write(line, Secrets);
        var timeFlaw = TimeFlaw(line);
        TakeTurn(line);
        var isFirst = !_closed;
        if (isFirst)
        {
            using (Gate.Hold(_gate))
            {
                _ending = true; // what comes from here on comes late
                Monitor.PulseAll(_gate);
            }

            WriteWaiting();
            LookSoon();
            WriteEnd(line, timeFlaw);
            _closed = true;
            var isWhole = Close(_segment, _chain.Number - _firstOfSegment);
            EndHead(isWhole);
            _run.LetGo(isOver: _hasEnd);
            ProcessEnd.Forget(this);
        }

        EndTurn();
        return isFirst;
    }

    /// <summary>Lets go of the log as a killed process does. For tests.</summary>
    internal void Abandon()
    {
        CatchUp();
        (_ending, _closed) = (true, true);
        _head?.Close();
        _segment.Abandon();
        _run.LetGo(isOver: false);
    }

    // Of one file that says by itself that it is whole there is nothing more to know. Of several only the head names the last; and of a run that has no end, what it may be gone on with.
    private void EndHead(bool isWhole)
    {
        if (!_hasEnd)
        {
            _head?.Close();
        }
        else if (isWhole && _files.Count == 1)
        {
            _head?.CloseAndRemove();
        }
        else
        {
            _head?.CloseAndWrite();
        }
    }

    private Exception? TimeFlaw(Line line)
    {
        try
        {
            line.SetTime(Now(), Clock());
            return null;
        }
        catch (Exception e)
        {
            return e; // the clock may be the user's
        }
    }

    private void WriteEnd(Line line, Exception? timeFlaw)
    {
        if (timeFlaw is not null)
        {
            Lose(timeFlaw);
            return;
        }

        try
        {
            WriteUnfinished(line);
            using (Gate.Hold(_gate))
            {
                // The line states the run's duration, so its own time is that one.
                line.SetTime(line.Timestamp, Math.Max(line.Elapsed, _chain.Elapsed));
                _totals.Elapsed(line.Elapsed);
                RunTotals.Write(line, _totals.ToSummary());
            }

            line.Fit();
            _batch.Add(line);
            WriteAndSettle();
        }
        catch (Exception e)
        {
            Lose(e);
        }
    }

    private void WriteUnfinished(Line end)
    {
        if (Volatile.Read(ref _open) is > 0 and var count)
        {
            var line = NewLine(LineType.Event);
            line.Label("name"u8, "unfinished_steps");
            line.Name("data"u8);
            line.Json.Raw("{\"count\":"u8);
            line.Json.Number(count);
            line.Json.Byte((byte)'}');
            line.Fit();
            line.SetTime(end.Timestamp, end.Elapsed);
            _batch.Add(line);
            WriteAndSettle();
        }
    }
}
