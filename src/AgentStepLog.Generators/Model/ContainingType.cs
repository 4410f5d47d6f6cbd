using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The type that declares annotated methods.</summary>
internal sealed record ContainingType
{
    /// <summary><c>Surf.SurfTools</c>: the name in the log; nested types with a dot.</summary>
    public required string FullName { get; init; }

    /// <summary><c>global::Surf.SurfTools</c>.</summary>
    public required string GlobalName { get; init; }

    /// <summary>The namespace, escaped where a part is a keyword; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary><c>SurfTools</c>, unescaped.</summary>
    public required string Name { get; init; }

    /// <summary>The class in <c>AgentStepLog.Generated</c> that holds the wrappers: <c>Surf_SurfTools</c>.</summary>
    public required string WrapperClass { get; init; }

    /// <summary>Whether that class has wrappers for called methods, instead of for all annotated methods of the type.</summary>
    public bool IsCalled { get; init; }

    /// <summary>The class beside the type that holds its tool table: <c>SurfToolsAgentTools</c>.</summary>
    public required string TableClass { get; init; }

    /// <summary>Whether the type and all its containers are public.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>Whether the type or a container of it is obsolete. Then the code that names it must be obsolete, too.</summary>
    public required bool IsObsolete { get; init; }

    public required bool IsStatic { get; init; }

    public required bool IsValueType { get; init; }

    public required bool IsInterface { get; init; }

    /// <summary>Whether the type and all its containers are partial, so that members can be added.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>The <see cref="FullName"/>s of the base types and of all interfaces. Their tools are tools of this type, too.</summary>
    public EquatableArray<string> Bases { get; init; }

    /// <summary>From the outermost container to the type itself.</summary>
    public required EquatableArray<TypeDeclaration> Declarations { get; init; }
}
