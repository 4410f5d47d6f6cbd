namespace AgentStepLog.Generators.Model;

/// <summary>Where a model call says what tools it offers.</summary>
/// <param name="Ordinal">The parameter.</param>
/// <param name="Path">The way from there: <c>?.Tools</c>, or nothing for a list of tools.</param>
/// <param name="Tool">The library's type of all tools.</param>
/// <param name="Function">That of the tools which have schemas.</param>
internal sealed record ToolOffer(int Ordinal, string Path, string Tool, string Function);
