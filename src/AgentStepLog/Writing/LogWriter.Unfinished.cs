using System.Globalization;

namespace AgentStepLog.Writing;

/// <summary>The part of the writer that reports unfinished calls at the end of a run.</summary>
internal sealed partial class LogWriter
{
    private const int MaxRunning = 100;

    private void WriteUnfinished(Pen pen, Line end, Func<LogWriter, List<RunningCall>> running)
    {
        if (Volatile.Read(ref _open) is > 0 and var count)
        {
            var line = NewLine(StepKind.Event);
            line.Label("name"u8, "unfinished_steps");
            WriteRunning(line, count, running(this));
            line.Complete();
            line.SetTime(end.Timestamp, end.Elapsed);
            pen.Batch.Add(line);
            pen.WriteAndSettle();
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
                json.String(line.Beginning(name, LineLimits.MaxCauseType));
            }

            json.Raw(",\"span_id\":"u8);
            json.String(span.ToString("x16", CultureInfo.InvariantCulture));
            json.Byte((byte)'}');
        }

        json.Raw(calls.Count == 0 ? "}"u8 : "]}"u8);
        line.EndValue(start);
    }
}
