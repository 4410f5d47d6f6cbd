using System.Text.Json;

namespace AgentStepLog;

/// <summary>An annotated method as the manifest has it.</summary>
public sealed record ManifestMethod
{
    private ManifestMethod()
    {
    }

    /// <summary>The assembly that declares it.</summary>
    public required string Assembly { get; init; }

    /// <summary>What its calls are: a tool call, an LLM call or an agent call.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The tool's name as the model sees it, the agent's name, or the method's.</summary>
    public required string Name { get; init; }

    /// <summary>Its documentation comment id: <c>M:Surf.SurfTools.GetWeatherAsync(System.String)</c>.</summary>
    public required string Member { get; init; }

    /// <summary>What a model is told of a tool; null where nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>What a call of a tool changes.</summary>
    public ToolEffect Effect { get; init; }

    /// <summary>How much of its calls is recorded, where its attribute says it; null where the log does.</summary>
    public CaptureMode? Capture { get; init; }

    /// <summary>What the tool's attribute says of calls while the log cannot be written; null where it leaves that to the log.</summary>
    public LogFailurePolicy? OnLogFailure { get; init; }

    /// <summary>JSON Schema of a tool's arguments; null where no model can call it.</summary>
    public string? Schema { get; init; }

    /// <summary>JSON Schema of a tool's result; null where it has none, or no model can call it.</summary>
    public string? ResultSchema { get; init; }

    /// <summary>
    /// What the log withholds, each with the kind of secret: parameters by name, members by their type and their name in JSON, such as <c>Surf.Login.password</c>.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Sensitive { get; init; }

    /// <summary>The kind of secret that its whole result is, and as which the log withholds it; null where it does not.</summary>
    public string? SensitiveResult { get; init; }

    /// <summary><see cref="StepRoute.Direct"/>: its calls are recorded where they stand. <see cref="StepRoute.Callee"/>: its own body records. Null: not at all.</summary>
    public StepRoute? Recorded { get; init; }

    /// <summary>Why it is not recorded; null when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it stands in the tool table of its type.</summary>
    public bool InTable { get; init; }

    /// <summary>Why a recorded tool does not stand there; null otherwise.</summary>
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
            : new Dictionary<string, string>(),
        SensitiveResult = Text(method, "sensitive_result"),
        Recorded = Text(method, "recorded") switch { "direct" => StepRoute.Direct, "callee" => StepRoute.Callee, _ => null },
        Reason = Text(method, "reason"),
        InTable = method.TryGetProperty("table", out var table) && table.ValueKind == JsonValueKind.True,
        TableReason = Text(method, "table_reason"),
    };

    private static string? Text(JsonElement method, string name) => method.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string? Json(JsonElement method, string name) => method.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
