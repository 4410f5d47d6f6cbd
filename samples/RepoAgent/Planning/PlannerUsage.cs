namespace RepoAgents.Planning;

/// <summary>The tokens of one reply.</summary>
/// <param name="InputTokens">Tokens read, cached ones included.</param>
/// <param name="OutputTokens">Tokens written, reasoning included.</param>
/// <param name="CachedTokens">Tokens of the input that came from the provider's cache; null where it does not say.</param>
/// <param name="ReasoningTokens">Tokens of the output that were reasoning; null where it does not say.</param>
public sealed record PlannerUsage(long InputTokens, long OutputTokens, long? CachedTokens = null, long? ReasoningTokens = null);
