using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Compares a method that records itself with the method that has the user's code.</summary>
internal static class CoreDifference
{
    /// <summary>The difference, as a clause about <paramref name="core"/> (ASL3002); null when the signatures are the same.</summary>
    public static string? Of(IMethodSymbol method, IMethodSymbol core)
    {
        if (core.MethodKind != MethodKind.Ordinary || core.IsAbstract)
        {
            return "has no body that could be called";
        }

        // Code that does not use its object may be static beside an instance declaration, as CA1822 recommends.
        if (method.IsStatic && !core.IsStatic)
        {
            return "is not static";
        }

        if (method.IsReadOnly && !core.IsReadOnly && !core.IsStatic)
        {
            return "is not readonly";
        }

        if (core.Arity != method.Arity)
        {
            return $"has {Count(core.Arity, "type parameter")} and not {Count(method.Arity, "type parameter")}";
        }

        if (method.TypeParameters.Zip(core.TypeParameters, Constraints).FirstOrDefault(static c => c is not null) is { } constraints)
        {
            return constraints;
        }

        var same = core.Arity == 0 ? core : core.Construct([.. method.TypeParameters]);
        if (same.RefKind != method.RefKind || !Same(same.ReturnType, method.ReturnType))
        {
            return $"returns '{Text(same.RefKind, core.ReturnType)}' and not '{Text(method.RefKind, method.ReturnType)}'";
        }

        if (same.Parameters.Length != method.Parameters.Length)
        {
            return $"has {Count(same.Parameters.Length, "parameter")} and not {Count(method.Parameters.Length, "parameter")}";
        }

        return same.Parameters.Zip(method.Parameters, Parameter).FirstOrDefault(static d => d is not null);
    }

    // A params span is scoped without the keyword, so the user's code may omit both.
    private static string? Parameter(IParameterSymbol core, IParameterSymbol method) =>
        core.RefKind == method.RefKind && (core.ScopedKind == method.ScopedKind || method.IsParams) && Same(core.Type, method.Type)
            ? null
            : $"takes '{Text(core)}' and not '{Text(method)}'";

    private static string? Constraints(ITypeParameterSymbol method, ITypeParameterSymbol core) =>
        core.HasConstructorConstraint == method.HasConstructorConstraint
        && core.HasNotNullConstraint == method.HasNotNullConstraint
        && core.HasReferenceTypeConstraint == method.HasReferenceTypeConstraint
        && core.HasUnmanagedTypeConstraint == method.HasUnmanagedTypeConstraint
        && core.HasValueTypeConstraint == method.HasValueTypeConstraint
        && core.AllowsRefLikeType == method.AllowsRefLikeType
        && core.ConstraintTypes.Length == method.ConstraintTypes.Length
            ? null
            : $"has other constraints of '{core.Name}'";

    private static bool Same(ITypeSymbol a, ITypeSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);

    private static string Count(int number, string what) => $"{GeneratedNames.Number(number)} {what}{(number == 1 ? "" : "s")}";

    private static string Text(RefKind kind, ITypeSymbol type) => (kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    }) + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string Text(IParameterSymbol parameter) => parameter.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
