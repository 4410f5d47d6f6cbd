using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The project's <c>JsonSerializerContext</c>s. Types that they know can use System.Text.Json without reflection.</summary>
internal static class JsonContexts
{
    // Searched only when a type has a converter. It contains names, so that no symbol is kept alive.
    private static readonly ConditionalWeakTable<Compilation, Dictionary<string, string>> s_known = new();

    /// <summary>The context that knows the type, as C# writes it; null where there is none.</summary>
    public static string? Of(ITypeSymbol type, Compilation compilation) =>
        s_known.GetValue(compilation, Find).TryGetValue(TypeNames.Oblivious(type), out var context) ? context : null;

    private static Dictionary<string, string> Find(Compilation compilation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var context in Types(compilation.Assembly.GlobalNamespace).Where(t => IsContext(t) && Visible.Is(t, compilation)))
        {
            foreach (var attribute in JsonAttributes.All(context, "JsonSerializableAttribute"))
            {
                if (attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is INamedTypeSymbol { IsUnboundGenericType: false } known)
                {
                    var (key, name) = (TypeNames.Oblivious(known), TypeNames.Oblivious(context));
                    if (!found.TryGetValue(key, out var other) || string.CompareOrdinal(name, other) < 0)
                    {
                        found[key] = name;
                    }
                }
            }
        }

        return found;
    }

    private static bool IsContext(INamedTypeSymbol type) => type is
    {
        TypeKind: TypeKind.Class,
        IsAbstract: false,
        IsGenericType: false,
        BaseType: { Name: "JsonSerializerContext", ContainingNamespace: { Name: "Serialization", ContainingNamespace.Name: "Json" } },
    };

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol symbol) => symbol.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static m => m is INamedTypeSymbol type ? Types(m).Prepend(type) : Types(m));
}
