namespace RepoAgents.Agents;

/// <summary>What a search is after.</summary>
public enum SearchGoal
{
    /// <summary>The place where a name is defined: a type, member, function, constant or key.</summary>
    Definition,

    /// <summary>The files that mention a text.</summary>
    Mention,

    /// <summary>The files that bear a name, which may be a part of their name or path.</summary>
    File,
}
