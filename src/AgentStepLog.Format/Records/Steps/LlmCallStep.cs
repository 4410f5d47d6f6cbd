using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>An LLM call that ended. Typed steps derive from it.</summary>
public record LlmCallStep : CallStep
{
    internal LlmCallStep()
    {
    }

    /// <summary>Makes a step with the common fields of another call.</summary>
    internal LlmCallStep(CallStep common)
        : base(common)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.LlmCall;

    /// <summary>The model that answered, or that was asked for; null when unknown.</summary>
    public string? Model { get; init; }

    /// <summary>The provider of the model; null when unknown.</summary>
    public string? Provider { get; init; }

    /// <summary>Input tokens, cached ones included; null when unknown.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output tokens, reasoning included; null when unknown.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Input tokens that came from the provider's cache; null when unknown.</summary>
    public long? CachedTokens { get; init; }

    /// <summary>Output tokens spent on reasoning; null when unknown.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>Why the model stopped, in the provider's words; null when unknown.</summary>
    public string? StopReason { get; init; }

    /// <summary>The provider's id of the response; null when unknown.</summary>
    public string? ResponseId { get; init; }

    /// <summary>Time to the first token, for streams; null when unknown.</summary>
    public TimeSpan? FirstToken { get; init; }

    /// <summary>The number of this attempt of the call, from 1, as given to <c>CallAttempt.Start</c>; null where that was not called.</summary>
    public long? Attempt { get; init; }

    /// <summary>The names of the tools that the model was offered, in that order; empty for none, or where the call does not state them.</summary>
    public IReadOnlyList<string> ToolsOffered { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>The hash of the tool set, as <c>sha256:…</c>; null for none. Equal hashes mean equal tool sets.</summary>
    public string? ToolSet { get => ToolDocument.Reference; init => ToolDocument = new(value); }

    /// <summary>
    /// The definitions of the offered tools: a JSON array of <c>name</c>, <c>description</c>, <c>parameters</c> and <c>returns</c> (JSON Schemas), and <c>kind</c>
    /// for a tool that the provider runs. A field is missing where a tool does not have it. This reads from <c>manifests</c> beside the log at each access. It is
    /// absent when the file is gone or was altered.
    /// </summary>
    public JsonText ToolDefinitions => ToolDocument.Read();

    internal SharedText ToolDocument { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(LlmCallStep), StepKind.LlmCall, "llm_call", Read)
    {
        OwnFields =
        [
            .. CallFields.Own, .. RecordType.Tokens, "model", "provider", "stop_reason", "response_id", "first_token_ms", "tools_offered", "tool_set",
        ],
        Role = ChainRole.Outcome,
        CountsAsStep = true,
    };

    private static LlmCallStep Read(LineFields fields, Step envelope) => new(CallFields.Common(fields, envelope))
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

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder); // without this override the compiler prints all members

    private protected override void PrintName(StringBuilder builder) => Print(builder, nameof(Model), Model);
}
