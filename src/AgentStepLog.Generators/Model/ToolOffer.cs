namespace AgentStepLog.Generators.Model;

/// <summary>The place of the offered tools among the parameters of an LLM call.</summary>
/// <param name="Ordinal">The number of the parameter.</param>
/// <param name="Path">The path from the parameter: <c>?.Tools</c>, or nothing for a list of tools.</param>
/// <param name="Tool">The library's type for all tools.</param>
/// <param name="Function">The library's type for tools with schemas.</param>
internal sealed record ToolOffer(int Ordinal, string Path, string Tool, string Function);
