namespace AgentStepLog.Generators.Model;

/// <summary>A public readable property or field of an object.</summary>
internal sealed record MemberModel
{
    /// <summary>The name as C# writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The name in JSON: <c>[JsonPropertyName]</c>, or else camel case as JsonSerializerDefaults.Web makes it.</summary>
    public required string JsonName { get; init; }

    public required ValueModel Value { get; init; }

    /// <summary>When <c>[JsonIgnore]</c> leaves the member out.</summary>
    public required IgnoreCondition Ignore { get; init; }

    /// <summary>The kind given to <c>[Sensitive]</c>; null where the attribute is absent.</summary>
    public required string? SensitiveKind { get; init; }

    /// <summary>Whether reading the member may throw: it is a property and no auto-property.</summary>
    public required bool MayThrow { get; init; }

    /// <summary>Whether generated code can set the member, in an object initialiser or through <see cref="SetterOwner"/>.</summary>
    public required bool CanSet { get; init; }

    /// <summary>Whether code can set the member only while the object is made.</summary>
    public bool IsInitOnly { get; init; }

    /// <summary>The type on which an accessor finds the setter, where code cannot assign to the member; null where it can, or where no accessor reaches it.</summary>
    public string? SetterOwner { get; init; }

    /// <summary>Whether an object initialiser must set the member.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Whether the constructor that reading uses takes the member's value.</summary>
    public required bool IsConstructorParameter { get; init; }

    /// <summary>Whether the member receives the JSON members without a property of their own: <c>[JsonExtensionData]</c>.</summary>
    public bool IsExtension { get; init; }

    /// <summary>The constraints of attributes on a model's value.</summary>
    public Constraints Constraints { get; init; } = Constraints.None;

    /// <summary>Whether the member is no data and is never written, such as a token or a logger.</summary>
    public bool IsAmbient { get; init; }

    /// <summary>The member's description for a model; null where there is none.</summary>
    public string? Description { get; init; }
}

/// <summary>The conditions of <c>[JsonIgnore]</c> under which the member stays in the model.</summary>
internal enum IgnoreCondition
{
    Never,
    WhenNull,
    WhenDefault,

    /// <summary>The member is read, and never written.</summary>
    WhenWriting,

    /// <summary>The member is written, and never read.</summary>
    WhenReading,
}
