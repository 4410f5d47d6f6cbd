namespace AgentStepLog.Generators.Model;

/// <summary>
/// C# expressions over the result <c>{0}</c> that give what is known of an LLM call; null where the type does not say it.
/// Texts are of type <c>string?</c>, token counts convert to <c>long?</c>.
/// </summary>
internal sealed record UsageModel(
    string? Model,
    string? Provider,
    string? InputTokens,
    string? OutputTokens,
    string? CachedTokens,
    string? ReasoningTokens,
    string? StopReason,
    string? ResponseId)
{
    public bool HasTokens => InputTokens is not null || OutputTokens is not null;

    public bool IsEmpty => !HasTokens && Model is null && Provider is null && CachedTokens is null
        && ReasoningTokens is null && StopReason is null && ResponseId is null;
}
