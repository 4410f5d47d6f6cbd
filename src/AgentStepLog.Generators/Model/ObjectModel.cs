using System.Linq;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>A record, class, struct or tuple, written by its public readable members.</summary>
internal sealed record ObjectModel
{
    /// <summary>The fully qualified type (tuple names included): what <see cref="ValueModel.Shape"/> refers to.</summary>
    public required string Key { get; init; }

    /// <summary>As messages name it.</summary>
    public required string DisplayType { get; init; }

    /// <summary>A C# name of its own, for the methods that write and read it.</summary>
    public required string MethodName { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>Whether it is a value tuple: made by a tuple literal instead of a constructor.</summary>
    public required bool IsTuple { get; init; }

    /// <summary>Base members first, then in declaration order. What <c>[JsonIgnore]</c> leaves out is not here.</summary>
    public required EquatableArray<MemberModel> Members { get; init; }

    /// <summary>What it may be beside itself; empty where its attributes do not say it.</summary>
    public required EquatableArray<DerivedShape> Derived { get; init; }

    /// <summary>Whether it is an interface or abstract: never itself what stands there.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>What becomes of names that it has no member for.</summary>
    public UnknownMembers Unknown { get; init; }

    /// <summary>Whether a model can say which of its types it means.</summary>
    public bool IsTold => Discriminator is not null;

    /// <summary>The JSON name under which that is said; null where nothing says it.</summary>
    public string? Discriminator => Derived.Select(static d => d.Property).FirstOrDefault(static p => p is not null);

    /// <summary>Whether an instance can be made from its members.</summary>
    public required bool CanConstruct { get; init; }

    /// <summary>Parameters of the constructor that reading uses, in order; empty for the parameterless one.</summary>
    public required EquatableArray<ConstructorParameter> Constructor { get; init; }

    /// <summary>What a reader may call it, by <c>[DisplayName]</c>.</summary>
    public string? Title { get; init; }

    /// <summary>What a model is told of the type; null where nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the type or one of its members is obsolete: then what names them must be too.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Whether a value of it is written member by member, and not only read, described, or written by a library.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Ids of <c>[Experimental]</c> on the type and its members, to be suppressed where they are named.</summary>
    public required EquatableArray<string> ExperimentalIds { get; init; }
}
