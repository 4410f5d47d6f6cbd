namespace AgentStepLog;

/// <summary>
/// Marks a <c>partial class</c> that the compiler completes to a step log: <c>Start</c>, <c>InMemory</c>, <c>Read</c> and
/// one typed immutable record per annotated method.
/// </summary>
/// <param name="types">The types whose annotated methods get a record. Default: every type of the project.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StepLogAttribute(params Type[] types) : Attribute
{
    /// <summary>The types whose annotated methods get a record; empty for every type of the project.</summary>
    public IReadOnlyList<Type> Types { get; } = types;
}
