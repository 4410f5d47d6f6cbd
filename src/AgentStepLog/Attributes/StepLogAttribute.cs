namespace AgentStepLog;

/// <summary>
/// Marks a <c>partial class</c> that the compiler completes to a step log, with <c>Start</c>, <c>InMemory</c>, <c>Read</c> and one typed immutable record per annotated
/// method.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StepLogAttribute : Attribute
{
    /// <summary>A log with a record for the methods of every type of the project.</summary>
    public StepLogAttribute() => Types = [];

    // Each number of types has its own constructor, because an array as an attribute's argument is not CLS-compliant (CS3016 at the user's line).

    /// <summary>A log with a record for the methods of one type.</summary>
    /// <param name="type">The type.</param>
    public StepLogAttribute(Type type) => Types = [type];

    /// <summary>A log with a record for the methods of two types.</summary>
    /// <param name="first">One of the types.</param>
    /// <param name="second">One of the types.</param>
    public StepLogAttribute(Type first, Type second) => Types = [first, second];

    /// <summary>A log with a record for the methods of three types.</summary>
    /// <param name="first">One of the types.</param>
    /// <param name="second">One of the types.</param>
    /// <param name="third">One of the types.</param>
    public StepLogAttribute(Type first, Type second, Type third) => Types = [first, second, third];

    /// <summary>A log with a record for the methods of four types.</summary>
    /// <param name="first">One of the types.</param>
    /// <param name="second">One of the types.</param>
    /// <param name="third">One of the types.</param>
    /// <param name="fourth">One of the types.</param>
    public StepLogAttribute(Type first, Type second, Type third, Type fourth) => Types = [first, second, third, fourth];

    /// <summary>A log with a record for the methods of any number of types.</summary>
    /// <param name="types">The types. An empty array stands for every type of the project.</param>
    /// <remarks>In an assembly that is CLS-compliant, mark a log of more than four types <c>[CLSCompliant(false)]</c>.</remarks>
    public StepLogAttribute(params Type[] types)
    {
        ArgumentNullException.ThrowIfNull(types);
        Types = types;
    }

    /// <summary>The types whose annotated methods get a record; empty for every type of the project.</summary>
    public IReadOnlyList<Type> Types { get; }
}
