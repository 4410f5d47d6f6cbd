namespace AgentStepLog.Generators.Model;

/// <summary>How generated code outside the type reaches a member of it.</summary>
internal enum MemberReach
{
    /// <summary>By its name.</summary>
    Direct,

    /// <summary>Through an internal member that the generator adds to the partial type.</summary>
    Bridge,

    /// <summary>Through an <c>[UnsafeAccessor]</c>.</summary>
    Accessor,
}
