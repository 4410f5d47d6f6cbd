namespace RepoAgents.Agents;

/// <summary>What the agent answers.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Understood">Whether the planner understood the question; else the text says what it does understand.</param>
public sealed record RepoAnswer(string Text, bool Understood);
