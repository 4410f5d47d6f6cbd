namespace AgentStepLog.Generators.Model;

/// <summary>The log that the containing type holds. It takes precedence over the active one.</summary>
/// <param name="Name">The field, property or primary-constructor parameter, escaped where it is a keyword.</param>
/// <param name="Type">Its type, fully qualified, without nullable annotation.</param>
/// <param name="Owner">The type that declares it, fully qualified.</param>
/// <param name="IsField">Whether it is a field, which an accessor needs to know.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="Reach">How code outside the type reaches it.</param>
internal sealed record LogAccess(
    string Name, string Type, string Owner, bool IsField, bool IsStatic, MemberReach Reach)
{
    /// <summary>The part of the bridge's name that makes it differ from bridges for other wrappers.</summary>
    public string BridgeInfix { get; init; } = "";
}
