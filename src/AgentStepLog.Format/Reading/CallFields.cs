using System.Text.Json;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>The fields of calls.</summary>
internal static class CallFields
{
    public static ToolCallStep Tool(LineFields fields, Step envelope) => new(Common(fields, envelope))
    {
        Tool = fields.RequiredText("tool"u8),
        CallId = fields.Text("call_id"u8),
        Attempt = fields.Whole("attempt"u8),
        Coerced = fields.Texts("coerced"u8),
    };

    public static LlmCallStep Llm(LineFields fields, Step envelope) => new(Common(fields, envelope))
    {
        Model = fields.Text("model"u8),
        Provider = fields.Text("provider"u8),
        InputTokens = fields.Whole("input_tokens"u8),
        OutputTokens = fields.Whole("output_tokens"u8),
        CachedTokens = fields.Whole("cached_tokens"u8),
        ReasoningTokens = fields.Whole("reasoning_tokens"u8),
        StopReason = fields.Text("stop_reason"u8),
        ResponseId = fields.Text("response_id"u8),
        FirstToken = fields.Milliseconds("first_token_ms"u8),
        Attempt = fields.Whole("attempt"u8),
        ToolsOffered = fields.Texts("tools_offered"u8),
        ToolDocument = fields.Shared("tool_set"u8),
    };

    public static AgentCallStep Agent(LineFields fields, Step envelope) => new(Common(fields, envelope))
    {
        Agent = fields.RequiredText("agent"u8),
        CallerId = fields.Text("caller_id"u8),
        InputTokens = fields.Whole("input_tokens"u8),
        OutputTokens = fields.Whole("output_tokens"u8),
        CachedTokens = fields.Whole("cached_tokens"u8),
        ReasoningTokens = fields.Whole("reasoning_tokens"u8),
        TotalInputTokens = fields.Whole("total_input_tokens"u8),
        TotalOutputTokens = fields.Whole("total_output_tokens"u8),
        TotalCachedTokens = fields.Whole("total_cached_tokens"u8),
        TotalReasoningTokens = fields.Whole("total_reasoning_tokens"u8),
    };

    public static IntentStep Intent(LineFields fields, Step envelope) => new(envelope)
    {
        SpanId = fields.RequiredText("span_id"u8),
        ParentId = fields.Text("parent_id"u8),
        Tool = fields.Text("tool"u8),
        Agent = fields.Text("agent"u8),
        Model = fields.Text("model"u8),
        CallId = fields.Text("call_id"u8),
        InputPayload = fields.Payload("input"u8),
    };

    /// <summary>The message: <c>error</c> holds the beginning of a long one, <c>error_blob</c> all of it.</summary>
    public static string? Error(LineFields fields)
    {
        var start = fields.Text("error"u8);
        return start is not null && fields.Payload("error_blob"u8).TryGetValue(out var whole) && whole.Utf8[0] == (byte)'"'
            ? whole.ToElement().GetString()
            : start;
    }

    private static CommonCall Common(LineFields fields, Step envelope) => new(envelope)
    {
        Duration = fields.Milliseconds("duration_ms"u8) ?? throw LineFields.Shape("duration_ms"u8),
        SpanId = fields.RequiredText("span_id"u8),
        ParentId = fields.Text("parent_id"u8),
        Route = Route(fields),
        Method = fields.Text("method"u8),
        Caller = Caller(fields.Payload("caller"u8)),
        InputPayload = fields.Payload("input"u8),
        OutputPayload = fields.Payload("output"u8),
        BytesRead = fields.Whole("bytes_read"u8),
        BytesWritten = fields.Whole("bytes_written"u8),
        Items = fields.Whole("items"u8),
        ItemsLeftOut = fields.Whole("items_left_out"u8),
        FirstItem = fields.Milliseconds("first_item_ms"u8),
        Incomplete = fields.Flag("incomplete"u8),
        Notes = fields.Texts("notes"u8),
        Error = Error(fields),
        ErrorType = fields.Text("error_type"u8),
        ErrorFrames = fields.Texts("error_frames"u8),
        ErrorCauses = CauseFields.Read(fields),
        Canceled = fields.Flag("canceled"u8),
    };

    private static StepRoute Route(LineFields fields) => fields.Text("route"u8) switch
    {
        "direct" => StepRoute.Direct,
        "table" => StepRoute.Table,
        "callee" => StepRoute.Callee,
        "manual" => StepRoute.Manual,
        _ => throw LineFields.Shape("route"u8),
    };

    private static Caller? Caller(Payload payload)
    {
        if (!payload.TryGetValue(out var json))
        {
            return null;
        }

        var caller = json.ToElement();
        return caller.ValueKind == JsonValueKind.Object
            && caller.TryGetProperty("file", out var file) && file.ValueKind == JsonValueKind.String
            ? new(file.GetString()!, Line(caller), Member(caller))
            : throw LineFields.Shape("caller"u8);
    }

    private static int Line(JsonElement caller) =>
        caller.TryGetProperty("line", out var line) && line.ValueKind == JsonValueKind.Number && line.TryGetInt32(out var number) ? number : 0;

    private static string Member(JsonElement caller) =>
        caller.TryGetProperty("member", out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";
}
