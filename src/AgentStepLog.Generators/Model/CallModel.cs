using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>A call that is intercepted.</summary>
internal sealed record CallModel
{
    /// <summary>The class that holds the wrapper.</summary>
    public required string WrapperClass { get; init; }

    public required string WrapperName { get; init; }

    /// <summary>The called member's full name, for the line that names it.</summary>
    public required string Target { get; init; }

    public required ReceiverKind Receiver { get; init; }

    /// <summary>The type that declares the bound method, fully qualified; null for a static method.</summary>
    public required string? ReceiverType { get; init; }

    public required bool IsExtension { get; init; }

    public required EquatableArray<CallParameter> Parameters { get; init; }

    /// <summary>Without nullable annotations, tuple names as declared.</summary>
    public required string ReturnType { get; init; }

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

/// <param name="Name">As C# writes it.</param>
/// <param name="Type">Without nullable annotations, tuple names as declared.</param>
internal sealed record CallParameter(string Name, string Type);
