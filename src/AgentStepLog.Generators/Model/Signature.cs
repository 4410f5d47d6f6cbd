using AgentStepLog.Generators.Collections;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Model;

/// <summary>
/// What generated code writes to declare a method like this one, and to call it. The only description of a signature:
/// wrapper, bridge, accessor, interceptor and generated body all come from it.
/// </summary>
internal sealed record Signature
{
    /// <summary>Seen from outside the type: those of all containing types, outermost first, then the method's. From inside: the method's.</summary>
    public required EquatableArray<TypeParameterModel> TypeParameters { get; init; }

    /// <summary>How many of <see cref="TypeParameters"/>, the last ones, are the method's own.</summary>
    public required int OwnTypeParameters { get; init; }

    public required ReceiverKind Receiver { get; init; }

    /// <summary>The type that declares the method, fully qualified, constructed of <see cref="TypeParameters"/>.</summary>
    public required string Type { get; init; }

    public required EquatableArray<SignatureParameter> Parameters { get; init; }

    /// <summary>Fully qualified, without its ref kind; <c>void</c>.</summary>
    public required string ReturnType { get; init; }

    /// <summary><see cref="RefKind.None"/>, <see cref="RefKind.Ref"/> or <see cref="RefKind.RefReadOnly"/>.</summary>
    public required RefKind ReturnRefKind { get; init; }

    /// <summary>The attributes that say what a trimmed program, or one compiled ahead of time, lacks for the method.</summary>
    public EquatableArray<string> Requirements { get; init; }

    /// <summary>The attributes that trimming asks for on the result; ends with a space if there is anything.</summary>
    public string ReturnMarks { get; init; } = "";

    /// <summary>Whether the first parameter is a <c>this</c> parameter.</summary>
    public required bool IsExtension { get; init; }
}
