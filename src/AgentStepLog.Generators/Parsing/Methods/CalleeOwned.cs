using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Knows the annotated methods that record themselves: partial declarations whose body the generator writes. The answer is the same
/// before and after it did.
/// </summary>
internal static class CalleeOwned
{
    /// <summary>What the method that holds the user's code is called after the declaration's own name.</summary>
    public const string Suffix = "Core";

    /// <summary>Whether the method, which is annotated, is declared without a body, for the generator to write.</summary>
    /// <param name="method">The declaration, not the generated part.</param>
    public static bool IsDeclared(IMethodSymbol method) =>
        method.GetAttributes().Any(IsMark)
        || (method.IsPartialDefinition
            && method.PartialImplementationPart is null
            && (!method.ContainingType.GetMembers(method.Name + Suffix).IsEmpty || !OtherGenerators.MayImplement(method)));

    /// <summary>Whether each call of the annotated method is recorded by the method itself.</summary>
    /// <inheritdoc cref="IsDeclared"/>
    public static bool Records(IMethodSymbol method, Compilation compilation) =>
        IsDeclared(method)
        && (!Ownership.IsOwn(method, compilation) || MethodSupport.Check(method, compilation) == MethodRefusal.None);

    /// <summary>The method that holds the user's code; null while there is none of this signature (ASL3002).</summary>
    /// <inheritdoc cref="IsDeclared"/>
    public static IMethodSymbol? Core(IMethodSymbol method) =>
        IsDeclared(method)
            ? method.ContainingType.GetMembers(method.Name + Suffix)
                .OfType<IMethodSymbol>()
                .FirstOrDefault(core => CoreDifference.Of(method, core) is null)
            : null;

    /// <summary>Whether the attribute is the one that the generated body bears.</summary>
    public static bool IsMark(AttributeData attribute) => attribute.AttributeClass is
    {
        Name: "CalleeOwnedAttribute",
        ContainingNamespace: { Name: "CompilerServices", ContainingNamespace: { Name: Annotations.Namespace, ContainingNamespace.IsGlobalNamespace: true } },
    };
}
