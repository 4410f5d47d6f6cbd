namespace RepoAgents.Planning;

/// <summary>A planner could not reply; the message says why and what to do.</summary>
public sealed class PlannerException(string message, Exception? inner = null) : Exception(message, inner);
