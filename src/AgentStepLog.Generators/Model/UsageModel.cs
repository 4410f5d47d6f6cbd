namespace AgentStepLog.Generators.Model;

/// <summary>
/// C# expressions over the result <c>v</c> for the facts of an LLM call; null where the type does not have a fact.
/// Texts are of type <c>string?</c>, and token counts convert to <c>long?</c>.
/// </summary>
internal sealed record UsageModel
{
    public string? Model { get; init; }

    public string? Provider { get; init; }

    public string? InputTokens { get; init; }

    public string? OutputTokens { get; init; }

    public string? CachedTokens { get; init; }

    public string? ReasoningTokens { get; init; }

    public string? StopReason { get; init; }

    public string? ResponseId { get; init; }

    /// <summary>The contents that have token counts; null where there are none.</summary>
    public UsageContents? Contents { get; init; }

    public bool HasTokens => InputTokens is not null || OutputTokens is not null || Contents is not null;

    public bool IsEmpty => !HasTokens && Model is null && Provider is null && CachedTokens is null
        && ReasoningTokens is null && StopReason is null && ResponseId is null;

    /// <summary>This model, with its missing facts taken from the other.</summary>
    public UsageModel Or(UsageModel other) => new()
    {
        Model = Model ?? other.Model,
        Provider = Provider ?? other.Provider,
        InputTokens = InputTokens ?? other.InputTokens,
        OutputTokens = OutputTokens ?? other.OutputTokens,
        CachedTokens = CachedTokens ?? other.CachedTokens,
        ReasoningTokens = ReasoningTokens ?? other.ReasoningTokens,
        StopReason = StopReason ?? other.StopReason,
        ResponseId = ResponseId ?? other.ResponseId,
        Contents = HasTokens ? Contents : other.Contents,
    };
}

/// <summary>A result's list of contents. One type of content has token counts.</summary>
/// <param name="Items">The list, over the result <c>v</c>.</param>
/// <param name="Type">The type of content with counts.</param>
/// <param name="Counts">The counts, over a content <c>u</c>.</param>
internal sealed record UsageContents(string Items, string Type, UsageModel Counts);
