namespace QuickStart;

/// <summary>What the model said. Token counts and the stop reason reach the log by their names.</summary>
/// <param name="UvIndex">The UV index that the question names.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="StopReason">Why the model stopped.</param>
public sealed record Reply(double UvIndex, int InputTokens, int OutputTokens, string StopReason);
