using System.Text;

namespace AgentStepLog;

/// <summary>A run of a nested agent that ended. Typed steps derive from it.</summary>
public record AgentCallStep : CallStep
{
    internal AgentCallStep()
    {
    }

    /// <summary>A step with what another call has in common with it.</summary>
    internal AgentCallStep(CallStep common)
        : base(common)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.AgentCall;

    /// <summary>The agent's name.</summary>
    public string Agent { get; init; } = "";

    /// <summary>Who called the agent; null when unknown.</summary>
    public string? CallerId { get; init; }

    /// <summary>Input tokens of the agent's own model calls; null when unknown.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output tokens of the agent's own model calls; null when unknown.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Cached input tokens of the agent's own model calls; null when unknown.</summary>
    public long? CachedTokens { get; init; }

    /// <summary>Reasoning tokens of the agent's own model calls; null when unknown.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>Input tokens with those of nested agents; null when unknown.</summary>
    public long? TotalInputTokens { get; init; }

    /// <summary>Output tokens with those of nested agents; null when unknown.</summary>
    public long? TotalOutputTokens { get; init; }

    /// <summary>Cached input tokens with those of nested agents; null when unknown.</summary>
    public long? TotalCachedTokens { get; init; }

    /// <summary>Reasoning tokens with those of nested agents; null when unknown.</summary>
    public long? TotalReasoningTokens { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder); // else the compiler prints all of them

    private protected override void PrintName(StringBuilder builder) => Print(builder, nameof(Agent), Agent);
}
