namespace RepoAgents.Planning;

/// <summary>Who speaks in a turn.</summary>
public enum TurnRole
{
    /// <summary>The user, who asks.</summary>
    User,

    /// <summary>The planner, who calls tools or answers.</summary>
    Planner,

    /// <summary>A tool, with its result.</summary>
    Tool,
}
