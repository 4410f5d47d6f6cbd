using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The members that a member replaces: those that it overrides, and those of interfaces that it implements in its own type.</summary>
internal static class BaseMembers
{
    /// <summary>The nearest first, as definitions.</summary>
    public static IEnumerable<IMethodSymbol> Of(IMethodSymbol method)
    {
        for (var m = method.OverriddenMethod; m is not null; m = m.OverriddenMethod)
        {
            yield return m.OriginalDefinition;
        }

        foreach (var member in Implemented(method))
        {
            yield return (IMethodSymbol)member.OriginalDefinition;
        }
    }

    /// <inheritdoc cref="Of(IMethodSymbol)"/>
    public static IEnumerable<IPropertySymbol> Of(IPropertySymbol property)
    {
        for (var p = property.OverriddenProperty; p is not null; p = p.OverriddenProperty)
        {
            yield return p.OriginalDefinition;
        }

        foreach (var member in Implemented(property))
        {
            yield return (IPropertySymbol)member.OriginalDefinition;
        }
    }

    private static IEnumerable<ISymbol> Implemented(ISymbol member) =>
        member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false } type
            ? []
            : type.AllInterfaces
                .SelectMany(i => i.GetMembers(member.Name))
                .Where(m => m.Kind == member.Kind && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m), member));
}
