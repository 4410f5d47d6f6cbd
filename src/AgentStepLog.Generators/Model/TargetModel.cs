using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>What the models of all calls of one method have in common.</summary>
internal sealed record TargetModel
{
    /// <summary>The class that holds the annotated method's wrapper.</summary>
    public required string WrapperClass { get; init; }

    public required string WrapperName { get; init; }

    /// <summary>The called method's documentation comment id.</summary>
    public required string Id { get; init; }

    /// <inheritdoc cref="CallModel.Signature"/>
    public required Signature Signature { get; init; }

    /// <summary>What the annotated method's wrapper gets for its type parameters, in terms of those of <see cref="Signature"/>.</summary>
    public required EquatableArray<string> TypeArguments { get; init; }

    /// <summary>The same for a wrapper of the called method itself.</summary>
    public required EquatableArray<string> OwnTypeArguments { get; init; }

    public required bool IsObsolete { get; init; }

    public required EquatableArray<string> ExperimentalIds { get; init; }
}
