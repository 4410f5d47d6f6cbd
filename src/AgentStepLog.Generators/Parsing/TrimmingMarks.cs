using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The attributes by which trimming and compiling ahead of time learn what a method needs. Generated code stands between caller and
/// method and must say the same: what it does not hand on is trimmed away, or warned of in it.
/// </summary>
internal static class TrimmingMarks
{
    private const string Namespace = "global::System.Diagnostics.CodeAnalysis.";

    /// <summary>What a parameter, type parameter or result needs of the type that it stands for; ends with a space if there is anything.</summary>
    /// <param name="target"><c>return: </c>, or nothing.</param>
    public static string OnValue(ImmutableArray<AttributeData> attributes, string target = "") =>
        attributes.FirstOrDefault(static a => Is(a, "DynamicallyAccessedMembersAttribute")) is { ConstructorArguments: { Length: 1 } arguments } && arguments[0].Value is int types
            ? $"[{target}{Namespace}DynamicallyAccessedMembers(({Namespace}DynamicallyAccessedMemberTypes)({types.ToString(System.Globalization.CultureInfo.InvariantCulture)}))] "
            : "";

    /// <summary>One attribute for each thing that the method requires, in a fixed order. What a type requires holds for its static methods.</summary>
    public static EquatableArray<string> OnMethod(IMethodSymbol method)
    {
        var attributes = method.GetAttributes().Concat(method.IsStatic ? method.ContainingType.GetAttributes() : []).ToList();
        return Find("RequiresUnreferencedCode").Concat(Find("RequiresDynamicCode")).Concat(Find("RequiresAssemblyFiles")).ToEquatableArray();

        IEnumerable<string> Find(string name) => attributes.Where(a => Is(a, name + "Attribute")).Take(1).Select(a =>
            $"[{Namespace}{name}({(a.ConstructorArguments.Length == 1 && a.ConstructorArguments[0].Value is string message ? ValueStatements.Literal(message) : "")})]");
    }

    private static bool Is(AttributeData attribute, string name) => attribute.AttributeClass is { } type
        && type.Name == name
        && type.ContainingNamespace is { Name: "CodeAnalysis", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}
