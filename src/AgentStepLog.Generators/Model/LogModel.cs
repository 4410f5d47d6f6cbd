using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>A <c>[StepLog] partial class</c> that the generator completes.</summary>
internal sealed record LogModel
{
    /// <summary><c>Surf.SurfLog</c>, nested types with a dot.</summary>
    public required string FullName { get; init; }

    /// <summary>What the name of its generated file begins with.</summary>
    public required string FileName { get; init; }

    /// <summary>The namespace, escaped where a part is a keyword; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The class's name, escaped where it is a keyword.</summary>
    public required string Name { get; init; }

    /// <summary>From the outermost container to the class itself.</summary>
    public required EquatableArray<TypeDeclaration> Declarations { get; init; }

    /// <summary>Whether the class and all its containers can be seen from other assemblies.</summary>
    public required bool IsVisibleOutside { get; init; }

    /// <summary>Full names of the types that <c>[StepLog(typeof(…))]</c> names; empty for every type of the project.</summary>
    public required EquatableArray<string> Types { get; init; }

    /// <summary>Those of <see cref="Types"/> that a referenced assembly declares, with all their annotated methods.</summary>
    public required EquatableArray<TypeModel> Referenced { get; init; }

    /// <summary>Names that the user's part and the base class use already. Ordinal order.</summary>
    public required EquatableArray<string> TakenNames { get; init; }

    /// <summary>What the user's part declares of what would be generated: <c>Start(System.String,AgentStepLog.StepLogOptions)</c>.</summary>
    public required EquatableArray<string> TakenSignatures { get; init; }

    /// <summary>Names that the records of calls have already, hence no property of a typed step can have. Ordinal order.</summary>
    public required EquatableArray<string> StepMembers { get; init; }
}
