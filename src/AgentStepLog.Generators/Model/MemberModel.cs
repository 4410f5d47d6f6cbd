namespace AgentStepLog.Generators.Model;

/// <summary>A public readable property or field of an object.</summary>
internal sealed record MemberModel
{
    /// <summary>The name as C# writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The name in JSON: <c>[JsonPropertyName]</c>, else camel case as JsonSerializerDefaults.Web makes it.</summary>
    public required string JsonName { get; init; }

    public required ValueModel Value { get; init; }

    /// <summary>When <c>[JsonIgnore]</c> leaves the member out.</summary>
    public required IgnoreCondition Ignore { get; init; }

    /// <summary>The kind given to <c>[Sensitive]</c>; null where the attribute is absent.</summary>
    public required string? SensitiveKind { get; init; }

    /// <summary>Whether reading it may throw: a property that is not an auto-property.</summary>
    public required bool MayThrow { get; init; }

    /// <summary>Whether generated code can set it: in an object initialiser, or through <see cref="SetterOwner"/>.</summary>
    public required bool CanSet { get; init; }

    /// <summary>Whether code can set it while the object is made, and not later.</summary>
    public bool IsInitOnly { get; init; }

    /// <summary>The type on which an accessor finds its setter, where code cannot simply assign to it; null where it can, or where no accessor reaches it.</summary>
    public string? SetterOwner { get; init; }

    /// <summary>Whether an object initialiser must set it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Whether the constructor that reading uses takes it.</summary>
    public required bool IsConstructorParameter { get; init; }

    /// <summary>Whether it holds what no other member is named for: <c>[JsonExtensionData]</c>.</summary>
    public bool IsExtension { get; init; }

    /// <summary>What attributes demand of a model's value.</summary>
    public Constraints Constraints { get; init; } = Constraints.None;

    /// <summary>Whether it is something to work with, such as a token or a logger: no data, and never written.</summary>
    public bool IsAmbient { get; init; }

    /// <summary>What a model is told of it; null where nothing is said.</summary>
    public string? Description { get; init; }
}

/// <summary>The conditions of <c>[JsonIgnore]</c> that leave a member in the model.</summary>
internal enum IgnoreCondition
{
    Never,
    WhenNull,
    WhenDefault,

    /// <summary>Read, never written.</summary>
    WhenWriting,

    /// <summary>Written, never read.</summary>
    WhenReading,
}
