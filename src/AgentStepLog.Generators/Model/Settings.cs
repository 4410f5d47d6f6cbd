namespace AgentStepLog.Generators.Model;

/// <summary>What the build says.</summary>
/// <param name="ProjectDirectory">With a trailing separator; empty if unknown.</param>
/// <param name="WhenNoLog">A member of <c>WhenNoLog</c>; null for the default.</param>
internal sealed record Settings(string ProjectDirectory, string? WhenNoLog);
