using System.Text;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>The totals in <c>run_end</c>.</summary>
internal static class TotalsFields
{
    public static RunSummary Read(LineFields fields) => new()
    {
        Steps = fields.Whole("steps"u8) ?? 0,
        ToolCalls = fields.Whole("tool_calls"u8) ?? 0,
        LlmCalls = fields.Whole("llm_calls"u8) ?? 0,
        AgentCalls = fields.Whole("agent_calls"u8) ?? 0,
        Events = fields.Whole("events"u8) ?? 0,
        Errors = fields.Whole("errors"u8) ?? 0,
        InputTokens = fields.Whole("input_tokens"u8) ?? 0,
        OutputTokens = fields.Whole("output_tokens"u8) ?? 0,
        CachedTokens = fields.Whole("cached_tokens"u8) ?? 0,
        ReasoningTokens = fields.Whole("reasoning_tokens"u8) ?? 0,
        Duration = fields.Milliseconds("duration_ms"u8) ?? TimeSpan.Zero,
        Tools = Statistics(fields, "tools"u8),
        Models = Statistics(fields, "models"u8),
        ErrorTypes = ErrorTypes(fields),
    };

    public static RunOutcome Outcome(string? outcome) => outcome switch
    {
        "completed" => RunOutcome.Completed,
        "failed" => RunOutcome.Failed,
        "canceled" or "cancelled" => RunOutcome.Canceled, // an early version wrote "cancelled"
        "unknown" => RunOutcome.Unknown,
        _ => throw LineFields.Shape("outcome"u8),
    };

    private static EquatableList<CallStatistics> Statistics(LineFields fields, ReadOnlySpan<byte> name) => List(fields, name, OneName);

    private static EquatableList<ErrorStatistics> ErrorTypes(LineFields fields) => List(fields, "error_types"u8, static entry => new ErrorStatistics
    {
        Type = Member(entry, "type", JsonValueKind.String).GetString()!,
        Errors = Whole(entry, "errors"),
    });

    private static EquatableList<T> List<T>(LineFields fields, ReadOnlySpan<byte> name, Func<JsonElement, T> read)
    {
        if (!fields.Field(name).TryGetValue(out var list))
        {
            return EquatableList<T>.Empty; // the field is absent, or its blob is gone; the steps have the same information
        }

        using var document = JsonDocument.Parse(list.Memory, LogJson.Document);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw LineFields.Shape(name);
        }

        return EquatableList<T>.Of([.. document.RootElement.EnumerateArray().Select(read)]);
    }

    private static CallStatistics OneName(JsonElement entry) => new()
    {
        Name = Member(entry, "name", JsonValueKind.String).GetString()!,
        Calls = Whole(entry, "calls"),
        Errors = Whole(entry, "errors"),
        Total = Milliseconds(entry, "total_ms"),
        P50 = Milliseconds(entry, "p50_ms"),
        P95 = Milliseconds(entry, "p95_ms"),
    };

    private static long Whole(JsonElement entry, string name) =>
        Member(entry, name, JsonValueKind.Number).TryGetInt64(out var value) ? value : throw LineFields.Shape(Encoding.UTF8.GetBytes(name));

    private static TimeSpan Milliseconds(JsonElement entry, string name) =>
        FixedPoint.TryParse(Encoding.UTF8.GetBytes(Member(entry, name, JsonValueKind.Number).GetRawText()), 3, out var micros)
            ? TimeSpan.FromTicks(micros * TimeSpan.TicksPerMicrosecond)
            : throw LineFields.Shape(Encoding.UTF8.GetBytes(name));

    private static JsonElement Member(JsonElement entry, string name, JsonValueKind kind) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw LineFields.Shape(Encoding.UTF8.GetBytes(name));
}
