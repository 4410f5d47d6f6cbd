namespace RepoAgents.Agents;

/// <summary>How much a line is the definition of a name.</summary>
internal enum DefinitionRank
{
    /// <summary>It only mentions the name.</summary>
    None,

    /// <summary>It gives the name a value: a variable, an enum member, a key of a settings file.</summary>
    Value,

    /// <summary>It defines a member or a function.</summary>
    Member,

    /// <summary>It defines a type.</summary>
    Type,
}
