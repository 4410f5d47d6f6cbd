namespace RepoAgents.Agents;

/// <summary>What a finding is.</summary>
public enum FindingKind
{
    /// <summary>A line that defines the name.</summary>
    Definition,

    /// <summary>A file that mentions the text; its first such line.</summary>
    Mention,

    /// <summary>A file that bears the name.</summary>
    File,
}
