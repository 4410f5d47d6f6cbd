using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>An agent call that ended. Typed steps derive from it.</summary>
public record AgentCallStep : CallStep
{
    internal AgentCallStep()
    {
    }

    /// <summary>Makes a step with the common fields of another call.</summary>
    internal AgentCallStep(CallStep common)
        : base(common)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.AgentCall;

    /// <summary>The agent's name.</summary>
    public string Agent { get; init; } = "";

    /// <summary>Input tokens of the agent's own LLM calls; null when unknown.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output tokens of the agent's own LLM calls; null when unknown.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Cached input tokens of the agent's own LLM calls; null when unknown.</summary>
    public long? CachedTokens { get; init; }

    /// <summary>Reasoning tokens of the agent's own LLM calls; null when unknown.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>Input tokens with those of nested agents; null when unknown.</summary>
    public long? TotalInputTokens { get; init; }

    /// <summary>Output tokens with those of nested agents; null when unknown.</summary>
    public long? TotalOutputTokens { get; init; }

    /// <summary>Cached input tokens with those of nested agents; null when unknown.</summary>
    public long? TotalCachedTokens { get; init; }

    /// <summary>Reasoning tokens with those of nested agents; null when unknown.</summary>
    public long? TotalReasoningTokens { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(AgentCallStep), StepKind.AgentCall, "agent_call", Read)
    {
        OwnFields =
        [
            .. CallFields.Own, .. RecordType.Tokens, "agent", "caller_id", "system_prompt", "system_prompt_sources", "user_prompt", "user_prompt_sources",
            "total_input_tokens", "total_output_tokens", "total_cached_tokens", "total_reasoning_tokens",
        ],
        Role = ChainRole.Outcome,
        CountsAsStep = true,
    };

    private static AgentCallStep Read(LineFields fields, Step envelope) => new(CallFields.Common(fields, envelope))
    {
        Agent = fields.RequiredText("agent"u8),
        InputTokens = fields.Whole("input_tokens"u8),
        OutputTokens = fields.Whole("output_tokens"u8),
        CachedTokens = fields.Whole("cached_tokens"u8),
        ReasoningTokens = fields.Whole("reasoning_tokens"u8),
        TotalInputTokens = fields.Whole("total_input_tokens"u8),
        TotalOutputTokens = fields.Whole("total_output_tokens"u8),
        TotalCachedTokens = fields.Whole("total_cached_tokens"u8),
        TotalReasoningTokens = fields.Whole("total_reasoning_tokens"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder); // without this override the compiler prints all members

    private protected override void PrintName(StringBuilder builder) => Print(builder, nameof(Agent), Agent);
}
