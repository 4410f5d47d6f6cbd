namespace AgentStepLog;

/// <summary>The usage that a model's answer reports. An unknown value is null, and absent from the step.</summary>
public sealed record LlmUsage
{
    /// <summary>The model that answered, as the provider names it.</summary>
    public string? Model { get; init; }

    /// <summary>The provider, such as <c>openai</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>Tokens of the request, the cached ones included.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens of the answer, those of reasoning included.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Tokens of the request that the provider had cached.</summary>
    public long? CachedTokens { get; init; }

    /// <summary>Tokens of the answer that were spent on reasoning.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>The reason why the model stopped, such as <c>stop</c>, <c>length</c> or <c>tool_calls</c>.</summary>
    public string? StopReason { get; init; }

    /// <summary>The provider's id of this answer.</summary>
    public string? ResponseId { get; init; }
}
