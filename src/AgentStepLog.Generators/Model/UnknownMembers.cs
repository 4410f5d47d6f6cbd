namespace AgentStepLog.Generators.Model;

/// <summary>The treatment of JSON members without a property.</summary>
internal enum UnknownMembers
{
    /// <summary>The default: a model's unknown members are an error, although the schema does not forbid them.</summary>
    Unsaid,

    /// <summary><c>[JsonUnmappedMemberHandling(Disallow)]</c>: the schema forbids unknown members, too.</summary>
    Refused,

    /// <summary><c>[JsonUnmappedMemberHandling(Skip)]</c>: unknown members are ignored.</summary>
    Skipped,
}
