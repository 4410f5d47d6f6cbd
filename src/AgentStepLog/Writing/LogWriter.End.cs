using System.Globalization;
using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>The end of a run.</summary>
internal sealed partial class LogWriter
{
    private const int MaxRunning = 100;

    /// <summary>Writes all that waits, then <c>run_end</c>, and closes the log.</summary>
    /// <param name="end">What the run came to.</param>
    /// <param name="running">Finds the calls of a log that have not ended, in the order in which they began.</param>
    /// <returns>False if it was closed already.</returns>
    internal bool End(RunEnd end, Func<LogWriter, List<RunningCall>> running)
    {
        var line = NewLine(StepKind.RunEnd);
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
            WriteEnd(line, timeFlaw, running);
            _closed = true;
            var isWhole = Close(_segment, _chain.Number - _firstOfSegment);
            LookForNamed(_timestamp);
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

    private void WriteEnd(Line line, Exception? timeFlaw, Func<LogWriter, List<RunningCall>> running)
    {
        if (timeFlaw is not null)
        {
            Lose(timeFlaw);
            return;
        }

        try
        {
            WriteUnfinished(line, running);
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

    private void WriteUnfinished(Line end, Func<LogWriter, List<RunningCall>> running)
    {
        if (Volatile.Read(ref _open) is > 0 and var count)
        {
            var line = NewLine(StepKind.Event);
            line.Label("name"u8, "unfinished_steps");
            WriteRunning(line, count, running(this));
            line.Fit();
            line.SetTime(end.Timestamp, end.Elapsed);
            _batch.Add(line);
            WriteAndSettle();
        }
    }

    private static void WriteRunning(Line line, int count, List<RunningCall> calls)
    {
        line.Name("data"u8);
        var (json, start) = (line.Json, line.Json.Length);
        json.Raw("{\"count\":"u8);
        json.Number(count);
        for (var i = 0; i < Math.Min(calls.Count, MaxRunning); i++)
        {
            var (_, span, kind, name) = calls[i];
            json.Raw(i == 0 ? ",\"calls\":[{\"type\":"u8 : ",{\"type\":"u8);
            json.Raw(kind switch { StepKind.ToolCall => "\"tool_call\""u8, StepKind.LlmCall => "\"llm_call\""u8, _ => "\"agent_call\""u8 });
            if (name is not null)
            {
                json.Raw(",\"name\":"u8);
                json.String(line.Beginning(name, LineFormat.MaxCauseType));
            }

            json.Raw(",\"span_id\":"u8);
            json.String(span.ToString("x16", CultureInfo.InvariantCulture));
            json.Byte((byte)'}');
        }

        json.Raw(calls.Count == 0 ? "}"u8 : "]}"u8);
        line.EndValue(start);
    }
}
