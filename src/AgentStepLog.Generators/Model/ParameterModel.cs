using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Model;

/// <summary>A parameter of a recorded method.</summary>
internal sealed record ParameterModel
{
    /// <summary>The name as the log and the model see it.</summary>
    public required string Name { get; init; }

    /// <summary>How it stands in <see cref="MethodModel.Signature"/>.</summary>
    public required SignatureParameter Declared { get; init; }

    /// <summary>The default as a C# expression, typed where needed; null if the parameter has none.</summary>
    public required string? DefaultLiteral { get; init; }

    /// <summary>What stands in for it when a model leaves it out, as a C# expression; null if the model must say it.</summary>
    public string? ToolDefault { get; init; }

    /// <summary>The same as JSON; null if there is none, or none that JSON can say.</summary>
    public string? DefaultJson { get; init; }

    /// <summary>What attributes demand of a model's argument.</summary>
    public Constraints Constraints { get; init; } = Constraints.None;

    /// <summary>Whether a model may leave it out.</summary>
    public bool IsOptional => ToolDefault is not null && !Constraints.IsDemanded;

    public required bool IsParams { get; init; }

    /// <summary>Whether the compiler fills it with what it knows of the caller.</summary>
    public required bool IsCallerInfo { get; init; }

    /// <summary>What fills it in place of a model; null for an argument.</summary>
    public required Injection? Injection { get; init; }

    /// <summary>An interface, abstract class or delegate without a JSON form: injected, never asked of a model.</summary>
    public required bool IsService { get; init; }

    /// <summary>The kind given to <c>[Sensitive]</c>; null where the attribute is absent.</summary>
    public required string? SensitiveKind { get; init; }

    /// <summary>How its value is written and read.</summary>
    public required ValueModel Value { get; init; }

    /// <summary>What a model is told of it; null where nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>The name as C# writes it: <c>@event</c>.</summary>
    public string EscapedName => Declared.Name;

    /// <summary>The type, fully qualified, with nullable annotations.</summary>
    public string Type => Declared.Type;

    public bool HasDefault => DefaultLiteral is not null;

    public bool IsCancellationToken => Injection?.Kind == InjectionKind.CancellationToken;

    /// <summary>Whether it stands in the recorded <c>input</c>.</summary>
    public bool IsInput => Injection is null && !IsService && Declared.RefKind != RefKind.Out;

    /// <summary>Whether a model is asked for it.</summary>
    public bool IsToolInput => IsInput && !IsCallerInfo;

    /// <summary>Whether it stands in the recorded <c>output</c>.</summary>
    public bool IsOutput => Injection is null && Declared.RefKind is RefKind.Ref or RefKind.Out;

    /// <summary>Whether earlier versions of this library left it out of the input where it was null.</summary>
    public bool WasLeftOutWhenNull => IsCaptured && Value is { IsOfLibrary: true, Kind: ValueKind.Object, AllowsNull: true, IsValueType: false };

    /// <summary>Whether its value is looked at.</summary>
    public bool IsCaptured => Value.Kind != ValueKind.Opaque;
}
