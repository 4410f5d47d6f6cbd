using AgentStepLog.Json;

namespace AgentStepLog.Writing;

/// <summary>Writes the totals of <c>run_end</c>.</summary>
internal static class RunTotals
{
    internal static void Write(Line line, RunSummary totals)
    {
        line.Number("steps"u8, totals.Steps);
        line.Number("tool_calls"u8, totals.ToolCalls);
        line.Number("llm_calls"u8, totals.LlmCalls);
        line.Number("agent_calls"u8, totals.AgentCalls);
        line.Number("events"u8, totals.Events);
        line.Number("errors"u8, totals.Errors);
        line.Number("input_tokens"u8, totals.InputTokens);
        line.Number("output_tokens"u8, totals.OutputTokens);
        line.Number("cached_tokens"u8, totals.CachedTokens);
        line.Number("reasoning_tokens"u8, totals.ReasoningTokens);
        line.Milliseconds("duration_ms"u8, Microseconds(totals.Duration));
        Statistics(line, "tools"u8, totals.Tools);
        Statistics(line, "models"u8, totals.Models);
        ErrorTypes(line, totals.ErrorTypes);
    }

    private static void ErrorTypes(Line line, IReadOnlyList<ErrorStatistics> types)
    {
        if (types.Count == 0)
        {
            return;
        }

        line.Name("error_types"u8);
        var start = line.Json.Length;
        for (var i = 0; i < types.Count; i++)
        {
            line.Json.Raw(i == 0 ? "[{\"type\":"u8 : ",{\"type\":"u8);
            line.Json.String(types[i].Type);
            line.Json.Raw(",\"errors\":"u8);
            line.Json.Number(types[i].Errors);
            line.Json.Byte((byte)'}');
        }

        line.Json.Byte((byte)']');
        line.EndValue(start);
    }

    private static void Statistics(Line line, ReadOnlySpan<byte> name, IReadOnlyList<CallStatistics> calls)
    {
        line.Name(name);
        var json = line.Json;
        var start = json.Length;
        json.Byte((byte)'[');
        for (var i = 0; i < calls.Count; i++)
        {
            json.Raw(i == 0 ? "{\"name\":"u8 : ",{\"name\":"u8);
            json.String(calls[i].Name);
            json.Raw(",\"calls\":"u8);
            json.Number(calls[i].Calls);
            json.Raw(",\"errors\":"u8);
            json.Number(calls[i].Errors);
            json.Raw(",\"total_ms\":"u8);
            json.Fixed(Microseconds(calls[i].Total), 3);
            json.Raw(",\"p50_ms\":"u8);
            json.Fixed(Microseconds(calls[i].P50), 3);
            json.Raw(",\"p95_ms\":"u8);
            json.Fixed(Microseconds(calls[i].P95), 3);
            json.Byte((byte)'}');
        }

        json.Byte((byte)']');
        line.EndValue(start);
    }

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
