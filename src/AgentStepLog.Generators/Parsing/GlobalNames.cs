using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Whether <c>global::</c> and a type's full name denote the type. They do not where its reference has an <c>extern alias</c> only, or where
/// another type has the same full name.
/// </summary>
internal static class GlobalNames
{
    private static readonly ConditionalWeakTable<Compilation, IAssemblySymbol[]> s_aliased = new();

    public static bool Reach(ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => Reach(array.ElementType, compilation),
        IPointerTypeSymbol pointer => Reach(pointer.PointedAtType, compilation),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(e => Reach(e.Type, compilation)),
        INamedTypeSymbol named => ReachDefinition(named.OriginalDefinition, compilation)
            && named.TypeArguments.All(a => Reach(a, compilation))
            && (named.ContainingType is not { IsGenericType: true } container || Reach(container, compilation)),
        _ => true,
    };

    private static bool ReachDefinition(INamedTypeSymbol type, Compilation compilation)
    {
        // A type of the project takes precedence over one of a reference. The framework's basic types have keywords.
        if (type.TypeKind == TypeKind.Error
            || type.SpecialType != SpecialType.None
            || type.ContainingAssembly is not { } assembly
            || SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
        {
            return true;
        }

        var aliased = s_aliased.GetValue(compilation, Aliased);
        if (aliased.Contains(assembly, SymbolEqualityComparer.Default))
        {
            return false;
        }

        var name = MetadataName(type);
        return SymbolEqualityComparer.Default.Equals(compilation.GetTypeByMetadataName(name), type)
            || compilation.GetTypesByMetadataName(name)
                .Where(t => Visible.Is(t, compilation)
                    && !aliased.Contains(t.ContainingAssembly, SymbolEqualityComparer.Default))
                .All(t => SymbolEqualityComparer.Default.Equals(t, type));
    }

    private static IAssemblySymbol[] Aliased(Compilation compilation) => compilation.References
        .Where(static r => !r.Properties.Aliases.IsDefaultOrEmpty && !r.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias))
        .Select(compilation.GetAssemblyOrModuleSymbol)
        .OfType<IAssemblySymbol>()
        .ToArray();

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } container ? MetadataName(container) + "+" + type.MetadataName
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
}
