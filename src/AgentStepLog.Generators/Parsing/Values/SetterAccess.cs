using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Setters that are called through an accessor: init-only ones, so that members that JSON does not have keep their defaults, and non-public ones with
/// <c>[JsonInclude]</c>.
/// </summary>
internal static class SetterAccess
{
    public static bool IsInitOnly(ISymbol member) => member is IPropertySymbol { SetMethod.IsInitOnly: true };

    /// <summary>The type that has the setter; null where code can assign to the member, or where not all runtimes have an accessor for it: in a generic type.</summary>
    public static string? Owner(ISymbol member, Compilation compilation) =>
        member is IPropertySymbol { SetMethod: { } setter }
        && (setter.IsInitOnly || !Visible.Is(setter, compilation))
        && (Visible.Is(setter, compilation) || JsonAttributes.Has(member, "JsonIncludeAttribute"))
        && setter.ContainingType is { IsGenericType: false, TypeKind: TypeKind.Class or TypeKind.Struct } owner
        && Visible.Is(owner, compilation)
            ? TypeNames.Oblivious(owner)
            : null;
}
