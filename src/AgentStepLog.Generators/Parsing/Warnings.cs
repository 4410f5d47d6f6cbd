using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Finds the attributes for which the compiler would warn in generated code that names the symbol.</summary>
internal static class Warnings
{
    /// <summary>Whether the symbol or a container of it is marked <c>[Obsolete]</c>.</summary>
    public static bool IsObsolete(ISymbol symbol)
    {
        for (var s = symbol; s is not null and not INamespaceSymbol; s = s.ContainingSymbol)
        {
            if (s.GetAttributes().Any(a => a.AttributeClass is
                { Name: "ObsoleteAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same for a type, its elements and its type arguments.</summary>
    public static bool NamesObsolete(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => NamesObsolete(array.ElementType),
        INamedTypeSymbol named => IsObsolete(named) || named.TypeArguments.Any(NamesObsolete),
        _ => false,
    };

    /// <summary>The ids of <c>[Experimental]</c>, preview features and platforms on the symbols, their types and their containers, in ordinal order.</summary>
    public static EquatableArray<string> ExperimentalIds(IEnumerable<ISymbol> symbols)
    {
        var ids = new SortedSet<string>(System.StringComparer.Ordinal);
        foreach (var symbol in symbols)
        {
            Collect(symbol, ids);
            switch (symbol)
            {
                case IMethodSymbol method:
                    Collect(method.ReturnType, ids);
                    break;
                case IParameterSymbol parameter:
                    Collect(parameter.Type, ids);
                    break;
                case IPropertySymbol or IFieldSymbol:
                    Collect(MemberSymbols.TypeOf(symbol), ids);
                    break;
            }
        }

        return ids.ToEquatableArray();
    }

    private static void Collect(ISymbol symbol, SortedSet<string> ids)
    {
        for (var s = symbol; s is not null and not INamespaceSymbol; s = s.ContainingSymbol)
        {
            Add(s, ids);
        }

        // A whole assembly can be experimental. That applies in other assemblies only.
        if (symbol.ContainingAssembly is { } assembly)
        {
            Add(assembly, ids);
        }

        var arguments = symbol switch
        {
            INamedTypeSymbol named => named.TypeArguments,
            IArrayTypeSymbol array => [array.ElementType],
            _ => [],
        };
        foreach (var argument in arguments.Where(a => a is not ITypeParameterSymbol))
        {
            Collect(argument, ids);
        }
    }

    private static void Add(ISymbol symbol, SortedSet<string> ids)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "ExperimentalAttribute"
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is string id)
            {
                ids.Add(id);
            }
            else if (attribute.AttributeClass?.Name == "RequiresPreviewFeaturesAttribute")
            {
                ids.Add("CA2252");
            }
            else if (symbol is not IAssemblySymbol && attribute.AttributeClass?.Name is "SupportedOSPlatformAttribute" or "UnsupportedOSPlatformAttribute")
            {
                ids.Add("CA1416"); // the compiler warns at the user's own call instead
            }
        }
    }
}
