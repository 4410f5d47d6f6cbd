using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The public readable members of a type, and their facts.</summary>
internal static class MemberSymbols
{
    /// <summary>
    /// Properties and fields, base members first. A member that is overridden or hidden occurs once, as the most derived
    /// one. Null if an interface inherits two members with one name, since no expression can distinguish them.
    /// </summary>
    public static List<ISymbol>? Of(INamedTypeSymbol type, Compilation compilation)
    {
        var result = new List<ISymbol>();
        foreach (var level in Levels(type))
        {
            foreach (var member in level.GetMembers())
            {
                if (!IsReadable(member, compilation))
                {
                    continue;
                }

                var hidden = result.FindIndex(m => m.Name == member.Name);
                if (hidden < 0)
                {
                    result.Add(member);
                }
                else if (type.TypeKind == TypeKind.Interface && !SymbolEqualityComparer.Default.Equals(level, type))
                {
                    return null;
                }
                else
                {
                    result[hidden] = member;
                }
            }
        }

        return result;
    }

    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    public static bool IsRequired(ISymbol member) =>
        member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    public static bool CanSet(ISymbol member, Compilation compilation) => member switch
    {
        IPropertySymbol { SetMethod: { } setter } => Visible.Is(setter, compilation),
        IFieldSymbol field => !field.IsReadOnly,
        _ => false,
    };

    /// <summary>
    /// The kind given to <c>[Sensitive]</c> on the member, on a member that it overrides or implements, or on the constructor parameter
    /// with its name: <c>record Login([Sensitive] string Password)</c> has the attribute there.
    /// </summary>
    public static string? SensitiveKind(INamedTypeSymbol type, ISymbol member)
    {
        foreach (var m in (member is IPropertySymbol property ? BaseMembers.Of(property) : []).Prepend(member))
        {
            if (Annotations.SensitiveKind(m.GetAttributes()) is { } kind)
            {
                return kind;
            }
        }

        var owner = member.ContainingType ?? type;
        return owner.IsTupleType
            ? null
            : owner.InstanceConstructors
                .SelectMany(c => c.Parameters)
                .Where(p => string.Equals(p.Name, member.Name, StringComparison.OrdinalIgnoreCase))
                .Select(p => Annotations.SensitiveKind(p.GetAttributes()))
                .FirstOrDefault(k => k is not null);
    }

    /// <summary>Whether user code runs when the member is read.</summary>
    public static bool MayThrow(ISymbol member) => member is IPropertySymbol property
        && (property.IsVirtual || property.IsAbstract || property.IsOverride || !IsAuto(property));

    /// <summary>Whether the property is declared without code: <c>{ get; … }</c>, or a record's parameter.</summary>
    public static bool IsAuto(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Length > 0
        && property.DeclaringSyntaxReferences.All(r => r.GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } =>
                accessors.Any(a => a.IsKind(SyntaxKind.GetAccessorDeclaration) && a.Body is null && a.ExpressionBody is null),
            _ => false,
        });

    private static bool IsReadable(ISymbol member, Compilation compilation)
    {
        if (member.IsStatic || !member.CanBeReferencedByName)
        {
            return false;
        }

        // [JsonInclude] includes non-public members, as far as generated code can name them.
        var isOpen = member.DeclaredAccessibility == Accessibility.Public
            || (JsonAttributes.Has(member, "JsonIncludeAttribute") && Visible.Is(member, compilation));
        return isOpen && member switch
        {
            IPropertySymbol { IsIndexer: false, RefKind: RefKind.None, Type.IsRefLikeType: false, GetMethod: { } getter } => // a span cannot be stored
                Visible.Is(getter, compilation),
            IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } => true,
            _ => false,
        };
    }

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return type.AllInterfaces.Append(type);
        }

        var levels = new Stack<INamedTypeSymbol>();
        for (var t = type; t is not null && t.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); t = t.BaseType)
        {
            levels.Push(t);
        }

        return levels;
    }
}
