using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The constructor that reading uses. It is chosen as System.Text.Json chooses: the one with
/// <c>[JsonConstructor]</c>, or else the parameterless one, or else the only public one; for a struct the only one with parameters.
/// </summary>
internal sealed class Construction
{
    private Construction(IReadOnlyList<(IParameterSymbol Parameter, ISymbol Member)> parameters, bool setsRequiredMembers)
    {
        Parameters = parameters;
        SetsRequiredMembers = setsRequiredMembers;
    }

    /// <summary>Each parameter with the member whose value it takes.</summary>
    public IReadOnlyList<(IParameterSymbol Parameter, ISymbol Member)> Parameters { get; }

    public bool SetsRequiredMembers { get; }

    /// <summary>The constructor; null if the type cannot be made from its members.</summary>
    public static Construction? Of(INamedTypeSymbol type, IReadOnlyList<ISymbol> members)
    {
        if (type.TypeKind == TypeKind.Interface || type.IsAbstract || Choose(type) is not { } constructor)
        {
            return null;
        }

        var parameters = new List<(IParameterSymbol, ISymbol)>();
        for (var i = 0; i < constructor.Parameters.Length; i++)
        {
            var parameter = constructor.Parameters[i];
            var member = type.IsTupleType
                ? members[i]
                : members.FirstOrDefault(m =>
                    string.Equals(m.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                    && SymbolEqualityComparer.Default.Equals(MemberSymbols.TypeOf(m), parameter.Type));
            if (member is null || parameter.RefKind != RefKind.None)
            {
                return null;
            }

            parameters.Add((parameter, member));
        }

        var setsRequired = constructor.GetAttributes()
            .Any(a => a.AttributeClass?.Name == "SetsRequiredMembersAttribute");
        return new Construction(parameters, setsRequired);
    }

    private static IMethodSymbol? Choose(INamedTypeSymbol type)
    {
        var open = type.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToList();
        if (open.FirstOrDefault(c => JsonAttributes.Has(c, "JsonConstructorAttribute")) is { } chosen)
        {
            return chosen;
        }

        if (type.IsTupleType)
        {
            return open.FirstOrDefault(c => c.Parameters.Length == type.TupleElements.Length);
        }

        var withParameters = open.Where(c => c.Parameters.Length > 0).ToList();
        if (type.IsValueType && withParameters.Count == 1)
        {
            return withParameters[0];
        }

        return open.FirstOrDefault(c => c.Parameters.Length == 0) ?? (open.Count == 1 ? open[0] : null);
    }
}
