using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Recognises results that run after the call has returned. They are wrapped to record them, so the declared type must be the
/// interface itself: a class cannot be replaced by a wrapper.
/// </summary>
internal static class LazyShapes
{
    // Classes of client libraries that request the next page when they are enumerated. Other classes that are sequences may be
    // containers, whose call is complete when it returns.
    private static readonly Dictionary<string, string> s_pages = new(System.StringComparer.Ordinal)
    {
        ["CollectionResult"] = "System.ClientModel.Primitives",
        ["AsyncCollectionResult"] = "System.ClientModel.Primitives",
        ["Pageable`1"] = "Azure",
    };

    /// <param name="type">The type of the result, without its task.</param>
    /// <param name="item">The type of its items; null where the type does not state it.</param>
    public static LazyShape Of(ITypeSymbol type, out ITypeSymbol? item)
    {
        item = null;
        if (type is INamedTypeSymbol { MetadataName: "Stream" } stream && Namespaces.IsIn(stream, "System", "IO"))
        {
            return LazyShape.Stream;
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Interface } named)
        {
            return LazyShape.None;
        }

        if (named.Arity == 1 && Namespaces.IsIn(named, "System", "Collections", "Generic"))
        {
            item = named.TypeArguments[0];
            return Named(named.Name);
        }

        return named.Arity == 0 && Namespaces.IsIn(named, "System", "Collections") ? Named(named.Name) : LazyShape.None;
    }

    /// <summary>Whether the result runs later and has a type that cannot be replaced by a wrapper.</summary>
    public static bool IsOfOwnType(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(c => Of(c, out _) is LazyShape.Stream || IsOfOwnType(c)))
        {
            return true;
        }

        if (Of(type, out _) != LazyShape.None)
        {
            return false;
        }

        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t is INamedTypeSymbol { MetadataName: "Stream" or "MemoryStream" } stream && Namespaces.IsIn(stream, "System", "IO"))
            {
                return t.MetadataName == "Stream"; // the content of a stream in memory is complete
            }

            if (t is INamedTypeSymbol { MetadataName: var name } && s_pages.TryGetValue(name, out var space) && t.ContainingNamespace.ToDisplayString() == space)
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(i => Of(i, out _) is LazyShape.AsyncSequence or LazyShape.AsyncEnumerator);
    }

    private static LazyShape Named(string name) => name switch
    {
        "IAsyncEnumerable" => LazyShape.AsyncSequence,
        "IAsyncEnumerator" => LazyShape.AsyncEnumerator,
        "IEnumerable" => LazyShape.Sequence,
        "IEnumerator" => LazyShape.Enumerator,
        _ => LazyShape.None,
    };
}
