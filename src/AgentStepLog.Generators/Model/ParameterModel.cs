using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Model;

/// <summary>A parameter of a recorded method.</summary>
internal sealed record ParameterModel
{
    /// <summary>The name as the log and the model see it.</summary>
    public required string Name { get; init; }

    /// <summary>The parameter in <see cref="MethodModel.Signature"/>.</summary>
    public required SignatureParameter Declared { get; init; }

    /// <summary>The default as a C# expression, typed where needed; null if the parameter has none.</summary>
    public required string? DefaultLiteral { get; init; }

    /// <summary>The value for a parameter that a model leaves out, as a C# expression; null if the model must give it.</summary>
    public string? ToolDefault { get; init; }

    /// <summary>The same value as JSON; null if there is none, or if JSON cannot express it.</summary>
    public string? DefaultJson { get; init; }

    /// <summary>The constraints of attributes on a model's argument.</summary>
    public Constraints Constraints { get; init; } = Constraints.None;

    /// <summary>Whether a model may leave the argument out.</summary>
    public bool IsOptional => ToolDefault is not null && !Constraints.IsDemanded;

    public required bool IsParams { get; init; }

    /// <summary>Whether the compiler fills the parameter with facts about the caller.</summary>
    public required bool IsCallerInfo { get; init; }

    /// <summary>The source of the value where it is no model; null for an argument.</summary>
    public required Injection? Injection { get; init; }

    /// <summary>Whether the type is an interface, abstract class or delegate without a JSON form. Such a parameter is injected, and no model is asked for it.</summary>
    public required bool IsService { get; init; }

    /// <summary>The kind given to <c>[Sensitive]</c>; null where the attribute is absent.</summary>
    public required string? SensitiveKind { get; init; }

    /// <summary>How its value is written and read.</summary>
    public required ValueModel Value { get; init; }

    /// <summary>The parameter's description for a model; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The name as C# writes it: <c>@event</c>.</summary>
    public string EscapedName => Declared.Name;

    /// <summary>The type, fully qualified, with nullable annotations.</summary>
    public string Type => Declared.Type;

    public bool HasDefault => DefaultLiteral is not null;

    public bool IsCancellationToken => Injection?.Kind == InjectionKind.CancellationToken;

    /// <summary>Whether the parameter is in the recorded <c>input</c>.</summary>
    public bool IsInput => Injection is null && !IsService && Declared.RefKind != RefKind.Out;

    /// <summary>Whether a model is asked for the parameter.</summary>
    public bool IsToolInput => IsInput && !IsCallerInfo;

    /// <summary>Whether the parameter is in the recorded <c>output</c>.</summary>
    public bool IsOutput => Injection is null && Declared.RefKind is RefKind.Ref or RefKind.Out;

    /// <summary>Whether earlier versions of this library left the parameter out of the input where it was null.</summary>
    public bool WasLeftOutWhenNull => IsCaptured && Value is { IsOfLibrary: true, Kind: ValueKind.Object, AllowsNull: true, IsValueType: false };

    /// <summary>Whether the parameter's value is read.</summary>
    public bool IsCaptured => Value.Kind != ValueKind.Opaque;
}
