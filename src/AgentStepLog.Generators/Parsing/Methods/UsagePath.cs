using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>An expression over a result, and its type. A null on the path gives null, as with <c>?.</c>.</summary>
internal sealed class UsagePath(string expression, ITypeSymbol type, bool mayBeNull)
{
    public string Expression => expression;

    public ITypeSymbol Type => Bare(type);

    public bool IsCount => Type.SpecialType is SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64
        or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_Byte;

    /// <summary>The expression as <c>string?</c>; null if values of the type have no meaningful text.</summary>
    public string? Text => type.SpecialType == SpecialType.System_String ? expression
        : Type is INamedTypeSymbol { TypeKind: TypeKind.Enum or TypeKind.Struct } ? expression + (mayBeNull ? "?" : "") + ".ToString()"
        : null;

    /// <summary>The path without steps.</summary>
    public static UsagePath Root(string expression, ITypeSymbol type) => new(expression, type, MayBeNull(type));

    /// <summary>The path to the first of these names that is a property or field that generated code can read; null for none.</summary>
    public UsagePath? Step(Compilation compilation, params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var t in Levels(Type))
            {
                if (t.GetMembers(name).FirstOrDefault(m => IsUsable(m, compilation)) is { } member)
                {
                    var next = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
                    return new UsagePath(expression + (mayBeNull ? "?." : ".") + TypeNames.Escape(name), next, MayBeNull(next));
                }
            }
        }

        return null;
    }

    private static IEnumerable<ITypeSymbol> Levels(ITypeSymbol type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            yield return t;
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
            {
                yield return contract;
            }
        }
    }

    private static bool IsUsable(ISymbol member, Compilation compilation) =>
        member switch
        {
            IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: { } getter } => Visible.Is(getter, compilation),
            IFieldSymbol { IsStatic: false } field => Visible.Is(field, compilation),
            _ => false,
        }
        && !Warnings.IsObsolete(member)
        && Warnings.ExperimentalIds([member]).Count == 0;

    private static bool MayBeNull(ITypeSymbol type) => type.IsReferenceType || IsNullable(type);

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static ITypeSymbol Bare(ITypeSymbol type) => IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
}
