using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The facts that all calls of one method share.</summary>
internal sealed record TargetModel
{
    /// <summary>The class that holds the annotated method's wrapper.</summary>
    public required string WrapperClass { get; init; }

    public required string WrapperName { get; init; }

    /// <summary>The called method's documentation comment id.</summary>
    public required string Id { get; init; }

    /// <inheritdoc cref="CallModel.Signature"/>
    public required Signature Signature { get; init; }

    /// <summary>The type arguments of the annotated method's wrapper, written with the type parameters of <see cref="Signature"/>.</summary>
    public required EquatableArray<string> TypeArguments { get; init; }

    /// <summary>The type arguments of a wrapper of the called method itself.</summary>
    public required EquatableArray<string> OwnTypeArguments { get; init; }

    public required bool IsObsolete { get; init; }

    public required EquatableArray<string> ExperimentalIds { get; init; }
}
