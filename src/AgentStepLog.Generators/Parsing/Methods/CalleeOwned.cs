using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Recognises the annotated methods that record themselves: partial declarations whose body the generator writes. The answer is the same
/// before and after it wrote them.
/// </summary>
internal static class CalleeOwned
{
    /// <summary>The suffix that the name of the method with the user's code has after the declaration's own name.</summary>
    public const string Suffix = "Core";

    /// <summary>Whether an annotated method is declared without a body, for the generator to write it.</summary>
    /// <param name="method">The user's declaration, and not the generated part.</param>
    public static bool IsDeclared(IMethodSymbol method) =>
        method.GetAttributes().Any(IsMark)
        || (method.IsPartialDefinition
            && method.PartialImplementationPart is null
            && (!method.ContainingType.GetMembers(method.Name + Suffix).IsEmpty || !OtherGenerators.MayImplement(method)));

    /// <summary>Whether the annotated method records each call itself.</summary>
    /// <inheritdoc cref="IsDeclared"/>
    public static bool Records(IMethodSymbol method, Compilation compilation) =>
        IsDeclared(method)
        && (!Ownership.IsOwn(method, compilation) || MethodSupport.Check(method, compilation) == MethodRefusal.None);

    /// <summary>The method with the user's code; null while there is none with this signature (ASL3002).</summary>
    /// <inheritdoc cref="IsDeclared"/>
    public static IMethodSymbol? Core(IMethodSymbol method) =>
        IsDeclared(method)
            ? method.ContainingType.GetMembers(method.Name + Suffix)
                .OfType<IMethodSymbol>()
                .FirstOrDefault(core => CoreDifference.Of(method, core) is null)
            : null;

    /// <summary>Whether the attribute is the mark of a generated body.</summary>
    public static bool IsMark(AttributeData attribute) => attribute.AttributeClass is
    {
        Name: "CalleeOwnedAttribute",
        ContainingNamespace: { Name: "CompilerServices", ContainingNamespace: { Name: Annotations.Namespace, ContainingNamespace.IsGlobalNamespace: true } },
    };
}
