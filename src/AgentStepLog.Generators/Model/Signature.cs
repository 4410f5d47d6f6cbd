using AgentStepLog.Generators.Collections;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Model;

/// <summary>
/// The facts with which generated code declares a method with this signature, and calls it. Wrapper, bridge, accessor, interceptor and
/// generated body all use this one description.
/// </summary>
internal sealed record Signature
{
    /// <summary>The type parameters. Outside of the type: those of all containing types, outermost first, then the method's. Inside: the method's alone.</summary>
    public required EquatableArray<TypeParameterModel> TypeParameters { get; init; }

    /// <summary>How many of the last <see cref="TypeParameters"/> are the method's own.</summary>
    public required int OwnTypeParameters { get; init; }

    public required ReceiverKind Receiver { get; init; }

    /// <summary>The type that declares the method, fully qualified, with <see cref="TypeParameters"/> as arguments.</summary>
    public required string Type { get; init; }

    public required EquatableArray<SignatureParameter> Parameters { get; init; }

    /// <summary>The type of the result, fully qualified, without its ref kind; or <c>void</c>.</summary>
    public required string ReturnType { get; init; }

    /// <summary><see cref="RefKind.None"/>, <see cref="RefKind.Ref"/> or <see cref="RefKind.RefReadOnly"/>.</summary>
    public required RefKind ReturnRefKind { get; init; }

    /// <summary>The attributes that state what the method requires that a trimmed or ahead-of-time compiled program lacks.</summary>
    public EquatableArray<string> Requirements { get; init; }

    /// <summary>The attributes for trimming on the result. The text ends with a space if there are any.</summary>
    public string ReturnMarks { get; init; } = "";

    /// <summary>Whether the first parameter is a <c>this</c> parameter.</summary>
    public required bool IsExtension { get; init; }
}
