using System.Text;

namespace AgentStepLog;

/// <summary>A call of a model that ended. Typed steps derive from it.</summary>
public record LlmCallStep : CallStep
{
    internal LlmCallStep()
    {
    }

    /// <summary>A step with what another call has in common with it.</summary>
    internal LlmCallStep(CallStep common)
        : base(common)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.LlmCall;

    /// <summary>The model that answered, or that was asked; null when unknown.</summary>
    public string? Model { get; init; }

    /// <summary>Who serves the model; null when unknown.</summary>
    public string? Provider { get; init; }

    /// <summary>Tokens read, cached ones included; null when unknown.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens written, reasoning included; null when unknown.</summary>
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

    /// <summary>Which attempt of the same call this was, from 1, as <see cref="StepLog.Attempt"/> said; null when nobody did.</summary>
    public long? Attempt { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder); // else the compiler prints all of them

    private protected override void PrintName(StringBuilder builder) => Print(builder, nameof(Model), Model);
}
