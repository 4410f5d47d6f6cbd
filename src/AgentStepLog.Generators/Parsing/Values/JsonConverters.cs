using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Values with <c>[JsonConverter]</c>, which the user's code reads and writes.</summary>
internal static class JsonConverters
{
    /// <summary>
    /// The model of a type with a converter: it uses a context that knows the type, or else it is recorded by its members, and a model cannot send it. Null where
    /// the type has no converter.
    /// </summary>
    /// <param name="model">The model of the type, still without a kind.</param>
    public static ValueModel? OfType(INamedTypeSymbol type, ValueModel model, Compilation compilation) =>
        Converter(type) is null || HoldsSecrets(type, compilation) || JsonContexts.Of(type, compilation) is not { } context
            ? null
            : model with { Kind = ValueKind.Converted, Context = context };

    /// <summary>Whether a value from a model would need a context that does not exist.</summary>
    public static bool IsUnknown(INamedTypeSymbol type) => type.TypeKind != TypeKind.Enum && Converter(type) is not null;

    /// <summary>The model of a member with its own converter, which takes precedence over that of its type.</summary>
    public static ValueModel OfMember(INamedTypeSymbol owner, ISymbol member, ValueModel value, Compilation compilation)
    {
        if (Converter(member) is not { } converter)
        {
            return value;
        }

        var type = MemberSymbols.TypeOf(member);
        return Fits(converter, type, compilation) && (JsonContexts.Of(type, compilation) ?? JsonContexts.Of(owner, compilation)) is { } context
            ? value with { Kind = ValueKind.Converted, Context = context, Converter = TypeNames.Oblivious(converter), Element = null, Shape = null, NeedsContext = false }
            : value with { NeedsContext = true };
    }

    private static INamedTypeSymbol? Converter(ISymbol symbol) => JsonAttributes.All(symbol, "JsonConverterAttribute")
        .Select(static a => a.ConstructorArguments.Length == 1 ? a.ConstructorArguments[0].Value as INamedTypeSymbol : null)
        .FirstOrDefault(static c => c is not null && !IsOfEnums(c));

    // Writing enums by name is built in.
    private static bool IsOfEnums(INamedTypeSymbol converter) =>
        converter.Name is "JsonStringEnumConverter" or "JsonNumberEnumConverter" && converter.ContainingNamespace.Name == "Serialization";

    // The converter's code would write values that must be withheld.
    private static bool HoldsSecrets(INamedTypeSymbol type, Compilation compilation) =>
        MemberSymbols.Of(type, compilation)?.Any(m => MemberSymbols.SensitiveKind(type, m) is not null) ?? false;

    private static bool Fits(INamedTypeSymbol converter, ITypeSymbol type, Compilation compilation)
    {
        var isOfType = false;
        for (var t = converter.BaseType; t is not null; t = t.BaseType)
        {
            isOfType |= t is { Name: "JsonConverter", TypeArguments.Length: 1 } && SymbolEqualityComparer.Default.Equals(t.TypeArguments[0], type);
        }

        return isOfType
            && !converter.IsAbstract
            && Visible.Is(converter, compilation)
            && converter.InstanceConstructors.Any(c => c.Parameters.IsEmpty && Visible.Is(c, compilation));
    }
}
