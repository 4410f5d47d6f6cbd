namespace RepoAgents.Planning;

/// <summary>A tool call that a planner wants made.</summary>
/// <param name="Id">Tells the call from others in the conversation.</param>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">The arguments, a JSON object.</param>
public sealed record PlannedCall(string Id, string Tool, string Arguments);
