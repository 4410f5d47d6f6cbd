using System.Linq;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>A record, class, struct or tuple, written by its public readable members.</summary>
internal sealed record ObjectModel
{
    /// <summary>The fully qualified type (tuple names included), to which <see cref="ValueModel.Shape"/> refers.</summary>
    public required string Key { get; init; }

    /// <summary>The type's name in messages.</summary>
    public required string DisplayType { get; init; }

    /// <summary>The unique C# name of the methods that write and read it.</summary>
    public required string MethodName { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>Whether the type is a value tuple, which a tuple literal makes instead of a constructor.</summary>
    public required bool IsTuple { get; init; }

    /// <summary>The members: those of base types first, then in declaration order. Members that <c>[JsonIgnore]</c> excludes are not here.</summary>
    public required EquatableArray<MemberModel> Members { get; init; }

    /// <summary>The derived types whose values may occur instead; empty where attributes name none.</summary>
    public required EquatableArray<DerivedShape> Derived { get; init; }

    /// <summary>Whether the type is an interface or abstract, so that each value is of a derived type.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>The treatment of JSON members without a property.</summary>
    public UnknownMembers Unknown { get; init; }

    /// <summary>Whether JSON has a discriminator that states the type.</summary>
    public bool IsTold => Discriminator is not null;

    /// <summary>The JSON name of the discriminator; null where there is none.</summary>
    public string? Discriminator => Derived.Select(static d => d.Property).FirstOrDefault(static p => p is not null);

    /// <summary>Whether an instance can be made from its members.</summary>
    public required bool CanConstruct { get; init; }

    /// <summary>Parameters of the constructor that reading uses, in order; empty for the parameterless one.</summary>
    public required EquatableArray<ConstructorParameter> Constructor { get; init; }

    /// <summary>The title in the schema, by <c>[DisplayName]</c>.</summary>
    public string? Title { get; init; }

    /// <summary>The type's description for a model; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the type or one of its members is obsolete. Then the code that names it must be obsolete, too.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Whether generated code writes its values member by member. It is false if values are only read or described, or written by a library.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Ids of <c>[Experimental]</c> on the type and its members, which generated code suppresses.</summary>
    public required EquatableArray<string> ExperimentalIds { get; init; }
}
