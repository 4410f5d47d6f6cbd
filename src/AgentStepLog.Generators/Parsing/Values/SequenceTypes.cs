using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Recognises lists and dictionaries, and writes the code that makes them.</summary>
internal static class SequenceTypes
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";
    private const string Frozen = "System.Collections.Frozen";
    private const string Concurrent = "System.Collections.Concurrent";

    // A stack enumerates its last item first. It is filled in reverse, so that it enumerates the items in the order of the JSON.
    private const string Reversed = "global::System.Linq.Enumerable.Reverse({0})";

    private static readonly HashSet<string> s_madeFromList =
    [
        "IEnumerable`1", "ICollection`1", "IList`1", "IReadOnlyCollection`1", "IReadOnlyList`1", "List`1",
    ];

    private static readonly HashSet<string> s_madeFromDictionary = ["IDictionary`2", "IReadOnlyDictionary`2", "Dictionary`2"];

    private static readonly Dictionary<string, string> s_immutable = new()
    {
        ["ImmutableArray`1"] = "ImmutableArray",
        ["ImmutableList`1"] = "ImmutableList",
        ["IImmutableList`1"] = "ImmutableList",
        ["ImmutableHashSet`1"] = "ImmutableHashSet",
        ["IImmutableSet`1"] = "ImmutableHashSet",
        ["ImmutableSortedSet`1"] = "ImmutableSortedSet",
        ["ImmutableQueue`1"] = "ImmutableQueue",
        ["IImmutableQueue`1"] = "ImmutableQueue",
        ["ImmutableDictionary`2"] = "ImmutableDictionary",
        ["IImmutableDictionary`2"] = "ImmutableDictionary",
        ["ImmutableSortedDictionary`2"] = "ImmutableSortedDictionary",
    };

    /// <summary>The types of keys and values; null if the type is no dictionary.</summary>
    public static (ITypeSymbol Key, ITypeSymbol Value)? DictionaryOf(INamedTypeSymbol type)
    {
        var contract = Contracts(type).FirstOrDefault(c => IsGeneric(c, "IReadOnlyDictionary`2"))
            ?? Contracts(type).FirstOrDefault(c => IsGeneric(c, "IDictionary`2"));
        return contract is null ? null : (contract.TypeArguments[0], contract.TypeArguments[1]);
    }

    /// <summary>The type of the elements; null if the type is no sequence, or one of several types.</summary>
    public static ITypeSymbol? ElementOf(INamedTypeSymbol type)
    {
        var contracts = Contracts(type).Where(c => IsGeneric(c, "IEnumerable`1")).ToList();
        return contracts.Count == 1 ? contracts[0].TypeArguments[0] : null;
    }

    /// <summary>Whether the type is a collection without an element type.</summary>
    public static bool IsUntyped(INamedTypeSymbol type) =>
        Contracts(type).Any(c => c.MetadataName == "ICollection" && In(c, "System.Collections"));

    public static string? ConstructList(INamedTypeSymbol type, ITypeSymbol element)
    {
        var argument = TypeNames.Annotated(element);
        if (In(type, Generic))
        {
            if (s_madeFromList.Contains(type.MetadataName))
            {
                return "{0}";
            }

            if (type.MetadataName is "ISet`1" or "IReadOnlySet`1")
            {
                return $"new global::System.Collections.Generic.HashSet<{argument}>({{0}})";
            }

            if (type.MetadataName == "Stack`1")
            {
                return $"new {TypeNames.Unannotated(type)}({Reversed})";
            }
        }

        if (In(type, Immutable) && type.MetadataName is "ImmutableStack`1" or "IImmutableStack`1")
        {
            return $"global::System.Collections.Immutable.ImmutableStack.CreateRange({Reversed})";
        }

        if (In(type, Concurrent) && type.MetadataName == "ConcurrentStack`1")
        {
            return $"new {TypeNames.Unannotated(type)}({Reversed})";
        }

        if (In(type, Frozen) && type.MetadataName == "FrozenSet`1")
        {
            return "global::System.Collections.Frozen.FrozenSet.ToFrozenSet({0})";
        }

        if (In(type, "System") && type.MetadataName == "ArraySegment`1")
        {
            return $"new {TypeNames.Unannotated(type)}({{0}}.ToArray())";
        }

        return ConstructImmutable(type)
            ?? ConstructByConstructor(type, parameter =>
                parameter.TypeArguments.Length == 1
                && s_madeFromList.Contains(parameter.MetadataName)
                && SymbolEqualityComparer.Default.Equals(parameter.TypeArguments[0], element))
            ?? ConstructByAdding(type);
    }

    public static string? ConstructDictionary(INamedTypeSymbol type, ITypeSymbol key, ITypeSymbol value)
    {
        if (In(type, Generic) && s_madeFromDictionary.Contains(type.MetadataName))
        {
            return "{0}";
        }

        if (In(type, Frozen) && type.MetadataName == "FrozenDictionary`2")
        {
            return "global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary({0})";
        }

        return ConstructImmutable(type)
            ?? ConstructByConstructor(type, parameter =>
                parameter.TypeArguments.Length == 2
                && s_madeFromDictionary.Contains(parameter.MetadataName)
                && SymbolEqualityComparer.Default.Equals(parameter.TypeArguments[0], key)
                && SymbolEqualityComparer.Default.Equals(parameter.TypeArguments[1], value))
            ?? ConstructByAdding(type);
    }

    private static string? ConstructImmutable(INamedTypeSymbol type) =>
        In(type, Immutable) && s_immutable.TryGetValue(type.MetadataName, out var factory)
            ? $"global::System.Collections.Immutable.{factory}.CreateRange({{0}})"
            : null;

    private static string? ConstructByConstructor(INamedTypeSymbol type, System.Func<INamedTypeSymbol, bool> fits)
    {
        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            return null;
        }

        return type.InstanceConstructors.Any(c =>
                c.DeclaredAccessibility == Accessibility.Public
                && c.Parameters.Length == 1
                && c.Parameters[0].Type is INamedTypeSymbol parameter
                && In(parameter, Generic)
                && fits(parameter))
            ? $"new {TypeNames.Unannotated(type)}({{0}})"
            : null;
    }

    // A collection class with a parameterless constructor is made empty and then filled.
    private static string? ConstructByAdding(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false }
            && type.InstanceConstructors.Any(static c => c.DeclaredAccessibility == Accessibility.Public && c.Parameters.IsEmpty)
            && !type.GetMembers().OfType<IPropertySymbol>().Any(static p => p.IsRequired)
            && Contracts(type).Any(static c => IsGeneric(c, "ICollection`1"))
            ? $"global::AgentStepLog.CompilerServices.JsonItems.Into(new {TypeNames.Unannotated(type)}(), {{0}})"
            : null;

    private static System.Collections.Immutable.ImmutableArray<INamedTypeSymbol> Contracts(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Insert(0, type) : type.AllInterfaces;

    private static bool IsGeneric(INamedTypeSymbol type, string metadataName) =>
        type.MetadataName == metadataName && In(type, Generic);

    private static bool In(INamedTypeSymbol type, string space) =>
        type.ContainingType is null && type.ContainingNamespace.ToDisplayString() == space;
}
