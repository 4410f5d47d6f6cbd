using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>A call that is intercepted.</summary>
internal sealed record CallModel
{
    /// <summary>The class that holds the wrapper.</summary>
    public required string WrapperClass { get; init; }

    public required string WrapperName { get; init; }

    /// <summary>
    /// The type to which the receiver is cast, where the wrapper takes a more derived type than the one that declares the method: that of a <c>base.</c> call.
    /// </summary>
    public required string? ReceiverCast { get; init; }

    /// <summary>
    /// The interceptor's name, without the number that distinguishes calls of one method in one member. It depends on the called method, the calling member and its
    /// file only: under hot reload, the code of an unchanged member keeps calling the interceptors with which it was compiled.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The signature of the bound method, without nullable annotations.</summary>
    public required Signature Signature { get; init; }

    /// <summary>The wrapper's type arguments, written with the type parameters of <see cref="Signature"/>.</summary>
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
