using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>A call that is intercepted.</summary>
internal sealed record CallModel
{
    /// <summary>The class that holds the wrapper.</summary>
    public required string WrapperClass { get; init; }

    public required string WrapperName { get; init; }

    /// <summary>The type that the wrapper takes where it is a more special one than declares the method: that of a <c>base.</c> call.</summary>
    public required string? ReceiverCast { get; init; }

    /// <summary>
    /// The interceptor's name, less what tells calls of one method in one member apart. It comes from the called method, the calling member and its file alone:
    /// under hot reload, the code of a member that no edit touched goes on to call the interceptors that it was compiled with.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>That of the bound method, without nullable annotations.</summary>
    public required Signature Signature { get; init; }

    /// <summary>What the wrapper gets for its type parameters, in terms of those of <see cref="Signature"/>.</summary>
    public EquatableArray<string> WrapperTypeArguments { get; init; }

    public required bool IsObsolete { get; init; }

    public required EquatableArray<string> ExperimentalIds { get; init; }

    public required int LocationVersion { get; init; }

    public required string LocationData { get; init; }

    /// <summary>The caller's file, relative to the project.</summary>
    public required string File { get; init; }

    /// <summary>The caller's line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The caller: <c>SurfAgent.RunAsync</c>.</summary>
    public required string Member { get; init; }
}
