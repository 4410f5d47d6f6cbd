namespace AgentStepLog.Generators.Model;

/// <summary>The additional facts of a method that records itself: its body is generated.</summary>
/// <param name="Modifiers">The modifiers of the declaration as written, including <c>partial</c>.</param>
/// <param name="Constraints">The constraints that an override writes on its type parameters; null where the signature has them.</param>
/// <param name="TypeArguments">The type arguments with which the body calls its wrapper; empty where there are none, or the compiler infers them.</param>
/// <param name="Core">The name of the method with the user's code, as C# writes it. That method may not exist yet (ASL3002).</param>
/// <param name="HasCore">Whether that method exists.</param>
/// <param name="IsCoreStatic">Whether that method is static. It may be static beside an instance declaration.</param>
/// <param name="IsOverridable">Whether a derived type may replace the body.</param>
internal sealed record CalleeModel(string Modifiers, string? Constraints, string TypeArguments, string Core, bool HasCore, bool IsCoreStatic, bool IsOverridable)
{
    /// <summary>The descriptions for a framework; null where only XML comments are read, as by a tool table.</summary>
    public CalleeDescriptions? Descriptions { get; init; }
}
