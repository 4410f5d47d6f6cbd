using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The derived types whose values may occur where a base is declared. <c>[JsonDerivedType]</c> and <c>[JsonPolymorphic]</c> of the base name them for
/// System.Text.Json. Without their members, a message of a chat would be recorded without its text.
/// </summary>
internal static class DerivedTypes
{
    /// <summary>The most derived types first, so that each comes before its bases.</summary>
    /// <param name="taken">The JSON names of the base.</param>
    public static EquatableArray<DerivedShape> Of(INamedTypeSymbol type, ICollection<string> taken, ValueParser values, Compilation compilation)
    {
        var attributes = JsonAttributes.All(type, "JsonDerivedTypeAttribute").Where(a => a.ConstructorArguments.Length > 0).ToList();
        if (attributes.Count == 0)
        {
            return EquatableArray<DerivedShape>.Empty;
        }

        var property = JsonAttributes.All(type, "JsonPolymorphicAttribute").SelectMany(a => a.NamedArguments)
            .Where(a => a.Key == "TypeDiscriminatorPropertyName").Select(a => a.Value.Value as string).FirstOrDefault() ?? "$type";
        var found = new List<(int Depth, DerivedShape Shape)>();
        foreach (var attribute in attributes)
        {
            if (attribute.ConstructorArguments[0].Value is INamedTypeSymbol { IsUnboundGenericType: false } derived
                && compilation.HasImplicitConversion(derived, type)
                && values.Parse(derived) is { Kind: ValueKind.Object, Shape: { } key }
                && found.All(f => f.Shape.Key != key))
            {
                var said = taken.Contains(property) || Names(derived, compilation).Contains(property) ? null : Literal(attribute);
                found.Add((Depth(derived), new(key, found.Count, said is null ? null : property, said, said is null ? null : Json(attribute))));
            }
        }

        return found.OrderByDescending(f => f.Depth).Select(f => f.Shape).ToEquatableArray();
    }

    /// <summary>Whether the attributes of a type name derived types.</summary>
    public static bool Has(ITypeSymbol type) => JsonAttributes.Has(type, "JsonDerivedTypeAttribute");

    /// <summary>Whether one of the derived types is obsolete, or has obsolete members.</summary>
    public static bool AnyObsolete(INamedTypeSymbol type, Compilation compilation) => JsonAttributes.All(type, "JsonDerivedTypeAttribute")
        .Select(a => a.ConstructorArguments.Length > 0 ? a.ConstructorArguments[0].Value as INamedTypeSymbol : null)
        .Any(t => t is not null && (Warnings.IsObsolete(t) || (MemberSymbols.Of(t, compilation)?.Any(Warnings.IsObsolete) ?? false)));

    // Uses symbols, since the model of the type itself may not be complete yet.
    private static IEnumerable<string> Names(INamedTypeSymbol type, Compilation compilation) =>
        MemberSymbols.Of(type, compilation)?.Select(JsonAttributes.Name) ?? [];

    private static string? Literal(AttributeData attribute) =>
        attribute.ConstructorArguments.Length < 2 ? null : attribute.ConstructorArguments[1].Value switch
        {
            string text => ValueStatements.Literal(text),
            int number => GeneratedNames.Number(number),
            _ => null,
        };

    private static string? Json(AttributeData attribute) => JsonDefaults.OfConstant(attribute.ConstructorArguments[1]);

    // An interface counts as a base of all types that implement it.
    private static int Depth(INamedTypeSymbol type)
    {
        var depth = type.AllInterfaces.Length;
        for (var t = type; t is not null; t = t.BaseType)
        {
            depth++;
        }

        return depth;
    }
}
