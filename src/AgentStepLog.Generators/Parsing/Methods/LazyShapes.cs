using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Tells results that run after the call has returned. What is recorded is put around them, so the declared type must be the
/// interface itself: nothing can be put in the place of a class.
/// </summary>
internal static class LazyShapes
{
    // Classes of clients' libraries that ask for the next part when they are enumerated. Other classes that are sequences may be
    // containers, whose call is over when it returns.
    private static readonly Dictionary<string, string> s_pages = new(System.StringComparer.Ordinal)
    {
        ["CollectionResult"] = "System.ClientModel.Primitives",
        ["AsyncCollectionResult"] = "System.ClientModel.Primitives",
        ["Pageable`1"] = "Azure",
    };

    /// <param name="type">The result, without its task.</param>
    /// <param name="item">The type of its items; null where the type does not say it.</param>
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

    /// <summary>Whether it runs later and is of a type of which no other object can take the place.</summary>
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
                return t.MetadataName == "Stream"; // what is in memory is all there
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
