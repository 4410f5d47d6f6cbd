using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Setters that an accessor calls: those that are init-only, so that what is not in the JSON need not be known, and those that <c>[JsonInclude]</c> lets in.</summary>
internal static class SetterAccess
{
    public static bool IsInitOnly(ISymbol member) => member is IPropertySymbol { SetMethod.IsInitOnly: true };

    /// <summary>The type that has the setter; null where code can assign, or where no accessor of each runtime finds it: in a generic type.</summary>
    public static string? Owner(ISymbol member, Compilation compilation) =>
        member is IPropertySymbol { SetMethod: { } setter }
        && (setter.IsInitOnly || !Visible.Is(setter, compilation))
        && (Visible.Is(setter, compilation) || JsonAttributes.Has(member, "JsonIncludeAttribute"))
        && setter.ContainingType is { IsGenericType: false, TypeKind: TypeKind.Class or TypeKind.Struct } owner
        && Visible.Is(owner, compilation)
            ? TypeNames.Oblivious(owner)
            : null;
}
