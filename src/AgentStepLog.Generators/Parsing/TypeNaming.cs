using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Writes types as generated code in one place must name them. Outside of the declaring type, the type parameters of all its
/// levels are in one list. There, a parameter with the name of another one or of a local is renamed.
/// </summary>
internal sealed class TypeNaming
{
    // The names of locals in generated wrappers and callbacks. Type parameters must have other names.
    private static readonly string[] s_locals =
        ["a", "d", "e", "i", "k", "s", "v", "w", "x", "self", "origin", "scope", "outer", "exception", "result", "task", "value"];

    private readonly Dictionary<ITypeParameterSymbol, string> _renamed = new(SymbolEqualityComparer.Default);
    private readonly bool _annotated;

    private TypeNaming(bool annotated) => _annotated = annotated;

    /// <summary>Type parameters by the names that they have in the type, with nullable annotations.</summary>
    public static TypeNaming Inside { get; } = new(annotated: true);

    /// <summary>Names for code outside of the type, which has the type parameters of the method and all its containers.</summary>
    /// <param name="annotated">Whether with nullable annotations.</param>
    public static TypeNaming Outside(IMethodSymbol method, bool annotated)
    {
        var naming = new TypeNaming(annotated);
        var taken = new HashSet<string>(s_locals.Concat(method.Parameters.Select(p => p.Name)));
        foreach (var parameter in TypeParameters(method))
        {
            var name = parameter.Name;
            while (!taken.Add(name))
            {
                name += "_";
            }

            if (name != parameter.Name)
            {
                naming._renamed.Add(parameter, name);
            }
        }

        return naming;
    }

    /// <summary>The type parameters of all containing types, outermost first, then those of the method.</summary>
    public static IEnumerable<ITypeParameterSymbol> TypeParameters(IMethodSymbol method) =>
        OfContainers(method.ContainingType).Concat(method.TypeParameters);

    /// <summary>The type arguments for <see cref="TypeParameters"/> in a constructed method.</summary>
    public static IEnumerable<ITypeSymbol> TypeArguments(IMethodSymbol method) =>
        ArgumentsOf(method.ContainingType).Concat(method.TypeArguments);

    /// <summary>
    /// The type, fully qualified. <c>dynamic</c> is written as <c>object</c>, which it is at run time: a call with a dynamic argument would be
    /// bound at run time.
    /// </summary>
    public string Of(ITypeSymbol type) => Write(type, keepDynamic: false);

    /// <summary>The type, fully qualified, with <c>dynamic</c> as it is declared.</summary>
    public string WithDynamic(ITypeSymbol type) => Write(type, keepDynamic: true);

    /// <summary>As <see cref="WithDynamic"/>, without a nullable annotation of the type itself.</summary>
    public string Unannotated(ITypeSymbol type) =>
        WithDynamic(type.IsValueType ? type : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    /// <summary>The type parameter as C# writes it.</summary>
    public string Name(ITypeParameterSymbol parameter) =>
        _renamed.TryGetValue(parameter, out var name) ? name : TypeNames.Escape(parameter.Name);

    /// <summary>The text after <c>where T : </c>; empty where there is none.</summary>
    public string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add(_annotated && parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(Of));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        if (parameter.AllowsRefLikeType)
        {
            constraints.Add("allows ref struct");
        }

        return string.Join(", ", constraints);
    }

    private static IEnumerable<ITypeParameterSymbol> OfContainers(INamedTypeSymbol? type) =>
        type is null ? [] : OfContainers(type.ContainingType).Concat(type.TypeParameters);

    private static IEnumerable<ITypeSymbol> ArgumentsOf(INamedTypeSymbol? type) =>
        type is null ? [] : ArgumentsOf(type.ContainingType).Concat(type.TypeArguments);

    private string Write(ITypeSymbol type, bool keepDynamic) => _renamed.Count == 0 && (keepDynamic || !TypeNames.HasDynamic(type))
        ? _annotated ? TypeNames.Annotated(type) : TypeNames.Oblivious(type)
        : string.Concat(TypeNames.Parts(type, _annotated).Select(p => Text(p, keepDynamic)));

    private string Text(SymbolDisplayPart part, bool keepDynamic) => part.Symbol switch
    {
        IDynamicTypeSymbol when !keepDynamic => "object",
        ITypeParameterSymbol parameter when _renamed.TryGetValue(parameter, out var name) => name,
        _ => part.ToString(),
    };
}
