using System.Text.Json;

namespace AgentStepLog.Records;

/// <summary>The fields that calls of all kinds have.</summary>
internal static class CallFields
{
    /// <summary>The fields of calls that hold no value of the user's.</summary>
    public static string[] Own { get; } =
    [
        "route", "method", "caller", "call_id", "attempt", "coerced", "items", "first_item_ms", "items_left_out", "incomplete", "bytes_read", "bytes_written", "notes",
        "error_blob", "error_type", "error_frames", "error_causes", "canceled",
    ];

    /// <summary>Reads the fields that calls of all kinds have.</summary>
    public static CommonCall Common(LineFields fields, Step envelope) => new(envelope)
    {
        Duration = fields.Milliseconds("duration_ms"u8) ?? throw LineFields.Shape("duration_ms"u8),
        SpanId = fields.RequiredText("span_id"u8),
        ParentId = fields.Text("parent_id"u8),
        Route = Route(fields),
        Method = fields.Text("method"u8),
        Caller = Caller(fields.Field("caller"u8)),
        InputValue = fields.Field("input"u8),
        OutputValue = fields.Field("output"u8),
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

    /// <summary>The error message: <c>error</c> holds the beginning of a long one, and <c>error_blob</c> the whole.</summary>
    public static string? Error(LineFields fields)
    {
        var start = fields.Text("error"u8);
        return start is not null && fields.Field("error_blob"u8).TryGetValue(out var whole) && whole.Utf8[0] == (byte)'"'
            ? whole.ToElement().GetString()
            : start;
    }

    private static StepRoute Route(LineFields fields) => fields.Text("route"u8) switch
    {
        "direct" => StepRoute.Direct,
        "table" => StepRoute.Table,
        "callee" => StepRoute.Callee,
        "manual" => StepRoute.Manual,
        _ => throw LineFields.Shape("route"u8),
    };

    private static Caller? Caller(FieldValue value)
    {
        if (!value.TryGetValue(out var json))
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
