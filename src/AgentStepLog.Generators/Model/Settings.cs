namespace AgentStepLog.Generators.Model;

/// <summary>The properties of the build.</summary>
/// <param name="ProjectDirectory">The project's directory with a trailing separator; empty if unknown.</param>
/// <param name="WhenNoLog">A member of <c>WhenNoLog</c>; null for the default.</param>
internal sealed record Settings(string ProjectDirectory, string? WhenNoLog);
