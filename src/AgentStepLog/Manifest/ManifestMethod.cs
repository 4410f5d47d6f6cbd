using System.Text.Json;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>An annotated method in the manifest.</summary>
public sealed record ManifestMethod
{
    private ManifestMethod()
    {
    }

    /// <summary>The assembly that declares it.</summary>
    public required string Assembly { get; init; }

    /// <summary>The kind of its calls: a tool call, an LLM call or an agent call.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The tool's name as the model sees it, the agent's name, or the method's.</summary>
    public required string Name { get; init; }

    /// <summary>Its documentation comment id: <c>M:Surf.SurfTools.GetWeatherAsync(System.String)</c>.</summary>
    public required string Member { get; init; }

    /// <summary>The description of a tool for a model; null if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>What a call of a tool changes outside of the process.</summary>
    public ToolEffect Effect { get; init; }

    /// <summary>How much of its calls is recorded, if its attribute sets that; null if the log decides.</summary>
    public CaptureMode? Capture { get; init; }

    /// <summary>What a call does while the log cannot be written, if the tool's attribute sets that; null if the log decides.</summary>
    public LogFailurePolicy? OnLogFailure { get; init; }

    /// <summary>The JSON Schema of a tool's arguments; null if no model can call the tool.</summary>
    public string? Schema { get; init; }

    /// <summary>The JSON Schema of a tool's result; null if the tool has no result, or if no model can call it.</summary>
    public string? ResultSchema { get; init; }

    /// <summary>
    /// The values that the log withholds, each with the kind of secret: parameters by name; members by their type and their name in JSON, such as
    /// <c>Surf.Login.password</c>.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Sensitive { get; init => field = EquatableDictionary<string>.From(value); }

    /// <summary>The kind of secret as which the log withholds the whole result; null if it does not.</summary>
    public string? SensitiveResult { get; init; }

    /// <summary>
    /// How its calls are recorded. <see cref="StepRoute.Direct"/>: where they are made. <see cref="StepRoute.Callee"/>: by the method's own body. Null: not at all.
    /// </summary>
    public StepRoute? Recorded { get; init; }

    /// <summary>Why its calls are not recorded; null if they are.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the tool table of its type contains it.</summary>
    public bool InTable { get; init; }

    /// <summary>Why a recorded tool is not in the tool table; null otherwise.</summary>
    public string? TableReason { get; init; }

    internal static ManifestMethod Read(string assembly, JsonElement method) => new()
    {
        Assembly = assembly,
        Kind = Text(method, "kind") switch { "tool" => StepKind.ToolCall, "llm" => StepKind.LlmCall, _ => StepKind.AgentCall },
        Name = Text(method, "name")!,
        Member = Text(method, "member")!,
        Description = Text(method, "description"),
        Effect = Enum.TryParse<ToolEffect>(Text(method, "effect"), ignoreCase: true, out var effect) ? effect : ToolEffect.Unspecified,
        Capture = Enum.TryParse<CaptureMode>(Text(method, "capture"), ignoreCase: true, out var capture) ? capture : null,
        OnLogFailure = Enum.TryParse<LogFailurePolicy>(Text(method, "on_log_failure"), ignoreCase: true, out var policy) ? policy : null,
        Schema = Json(method, "schema"),
        ResultSchema = Json(method, "result_schema"),
        Sensitive = method.TryGetProperty("sensitive", out var names)
            ? names.EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetString()!)
            : EquatableDictionary<string>.Empty,
        SensitiveResult = Text(method, "sensitive_result"),
        Recorded = Text(method, "recorded") switch { "direct" => StepRoute.Direct, "callee" => StepRoute.Callee, _ => null },
        Reason = Text(method, "reason"),
        InTable = method.TryGetProperty("table", out var table) && table.ValueKind == JsonValueKind.True,
        TableReason = Text(method, "table_reason"),
    };

    private static string? Text(JsonElement method, string name) => method.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string? Json(JsonElement method, string name) => method.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
