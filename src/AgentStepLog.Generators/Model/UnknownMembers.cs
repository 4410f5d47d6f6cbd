namespace AgentStepLog.Generators.Model;

/// <summary>What becomes of names in JSON that an object has no member for.</summary>
internal enum UnknownMembers
{
    /// <summary>As everywhere: a model's are an error, although the schema does not forbid them.</summary>
    Unsaid,

    /// <summary><c>[JsonUnmappedMemberHandling(Disallow)]</c>: the schema forbids them too.</summary>
    Refused,

    /// <summary><c>[JsonUnmappedMemberHandling(Skip)]</c>: passed over.</summary>
    Skipped,
}
