using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>How types are named in generated code and in the log, and which types cannot be named.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat s_oblivious = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly SymbolDisplayFormat s_annotated = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_plain = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary><c>global::A.B&lt;string&gt;</c>, for a file without nullable annotations.</summary>
    public static string Oblivious(ITypeSymbol type) => type.ToDisplayString(s_oblivious);

    /// <summary><c>global::A.B&lt;string?&gt;?</c>.</summary>
    public static string Annotated(ITypeSymbol type) => type.ToDisplayString(s_annotated);

    /// <summary>As <see cref="Annotated"/>, without an annotation of the type itself.</summary>
    public static string Unannotated(ITypeSymbol type) =>
        type.IsValueType ? Annotated(type) : Annotated(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    /// <summary>The parts of which <see cref="Annotated"/> or <see cref="Oblivious"/> consists.</summary>
    public static ImmutableArray<SymbolDisplayPart> Parts(ITypeSymbol type, bool annotated) =>
        type.ToDisplayParts(annotated ? s_annotated : s_oblivious);

    /// <summary><c>A.B</c>, as in the log and in messages.</summary>
    public static string Plain(ITypeSymbol type) => type.ToDisplayString(s_plain);

    /// <summary>The identifier as C# writes it: <c>@event</c>.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>Whether the type is a class, struct or interface with a name: no extension block, no script class.</summary>
    public static bool IsOrdinaryType(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface && type.CanBeReferencedByName;

    public static bool IsInGenericType(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.IsGenericType)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type and all its containers are declared <c>partial</c>.</summary>
    public static bool IsPartial(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (!t.DeclaringSyntaxReferences.Any(r =>
                    r.GetSyntax() is TypeDeclarationSyntax d && d.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the type, its containers, arguments and elements are all public.</summary>
    public static bool IsPublic(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        INamedTypeSymbol named => named.DeclaredAccessibility == Accessibility.Public
            && (named.ContainingType is null || IsPublic(named.ContainingType))
            && named.TypeArguments.All(IsPublic),
        _ => true,
    };

    /// <summary>Whether <c>dynamic</c> is part of the type: itself, an argument or an element.</summary>
    public static bool HasDynamic(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Dynamic } => true,
        IArrayTypeSymbol array => HasDynamic(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasDynamic),
        _ => false,
    };

    /// <summary>The element of a <c>Span&lt;T&gt;</c> or <c>ReadOnlySpan&lt;T&gt;</c>; null for any other type.</summary>
    public static ITypeSymbol? SpanElement(ITypeSymbol type) => type is INamedTypeSymbol
    {
        IsRefLikeType: true,
        MetadataName: "Span`1" or "ReadOnlySpan`1",
        ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
    } span
        ? span.TypeArguments[0]
        : null;

    /// <summary>Whether a pointer is part of the type: itself, an argument or an element.</summary>
    public static bool HasPointer(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => true,
        IArrayTypeSymbol array => HasPointer(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasPointer),
        _ => false,
    };

    /// <summary>Whether a type parameter is part of the type: itself, an argument, an element, or one of a container.</summary>
    public static bool HasTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => HasTypeParameter(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasTypeParameter)
            || (named.ContainingType is { } container && HasTypeParameter(container)),
        _ => false,
    };

    /// <summary>Whether a type without a name is part of this type: itself, an argument or an element.</summary>
    public static bool HasAnonymous(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasAnonymous(array.ElementType),
        INamedTypeSymbol named => named.IsAnonymousType
            || named.TypeArguments.Any(HasAnonymous)
            || (named.ContainingType is { } container && HasAnonymous(container)),
        _ => false,
    };

    /// <summary>Whether a file-local type is part of the type: itself, a container, an argument or an element.</summary>
    public static bool HasFileLocal(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasFileLocal(array.ElementType),
        INamedTypeSymbol named => named.IsFileLocal
            || (named.ContainingType is { } container && HasFileLocal(container))
            || named.TypeArguments.Any(HasFileLocal),
        _ => false,
    };
}
