namespace AgentStepLog.Generators.Model;

/// <summary>What a method that records itself has beside others: its body is generated.</summary>
/// <param name="Modifiers">Those of the declaration, as written, <c>partial</c> among them.</param>
/// <param name="Constraints">What an override says of its type parameters, as written; null where the signature says it.</param>
/// <param name="TypeArguments">With which its body names its wrapper; empty where there are none, or the compiler must find them.</param>
/// <param name="Core">The method that holds the user's code, as C# writes its name; it may not be there yet (ASL3002).</param>
/// <param name="HasCore">Whether it is there.</param>
/// <param name="IsCoreStatic">Whether it is static, which it may be beside an instance declaration.</param>
/// <param name="IsOverridable">Whether another body may stand in for this one.</param>
internal sealed record CalleeModel(string Modifiers, string? Constraints, string TypeArguments, string Core, bool HasCore, bool IsCoreStatic, bool IsOverridable)
{
    /// <summary>Null where nobody reads them but by XML comments, as a tool table does.</summary>
    public CalleeDescriptions? Descriptions { get; init; }
}
