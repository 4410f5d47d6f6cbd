using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Values that <c>[JsonConverter]</c> reads and writes by code of the user's.</summary>
internal static class JsonConverters
{
    /// <summary>Of a type with a converter: through a context that knows it, else as its members, which a model cannot say. Null where it has none.</summary>
    /// <param name="model">The type, of no kind yet.</param>
    public static ValueModel? OfType(INamedTypeSymbol type, ValueModel model, Compilation compilation) =>
        Converter(type) is null || HoldsSecrets(type, compilation) || JsonContexts.Of(type, compilation) is not { } context
            ? null
            : model with { Kind = ValueKind.Converted, Context = context };

    /// <summary>Whether a model's value needs a context that is not there.</summary>
    public static bool IsUnknown(INamedTypeSymbol type) => type.TypeKind != TypeKind.Enum && Converter(type) is not null;

    /// <summary>Of a member with a converter of its own, which stands before that of its type.</summary>
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

    // Names of enums are built in.
    private static bool IsOfEnums(INamedTypeSymbol converter) =>
        converter.Name is "JsonStringEnumConverter" or "JsonNumberEnumConverter" && converter.ContainingNamespace.Name == "Serialization";

    // Its code would write what the log must not hold.
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
