namespace RepoAgents.Agents;

/// <summary>The agent was stopped because it did not come to an answer.</summary>
public sealed class StepLimitException(int turns)
    : Exception($"The agent was stopped: after {turns} turns the planner still asked for tools instead of answering.");
