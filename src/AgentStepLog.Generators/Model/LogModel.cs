using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>A <c>[StepLog] partial class</c> that the generator completes.</summary>
internal sealed record LogModel
{
    /// <summary><c>Surf.SurfLog</c>, nested types with a dot.</summary>
    public required string FullName { get; init; }

    /// <summary>The beginning of its generated file's name.</summary>
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

    /// <summary>The types of <see cref="Types"/> that a referenced assembly declares, with all their annotated methods.</summary>
    public required EquatableArray<TypeModel> Referenced { get; init; }

    /// <summary>Names that the user's part and the base class already use. Ordinal order.</summary>
    public required EquatableArray<string> TakenNames { get; init; }

    /// <summary>Signatures that would be generated, and that the user's part declares: <c>Start(System.String,AgentStepLog.StepLogOptions)</c>.</summary>
    public required EquatableArray<string> TakenSignatures { get; init; }

    /// <summary>Names of the members of call steps, which no property of a typed step can have. Ordinal order.</summary>
    public required EquatableArray<string> StepMembers { get; init; }
}
