using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The attributes that state a method's requirements for trimming and ahead-of-time compiling. Generated code is between the caller and the
/// method and must have the same attributes: otherwise needed members are trimmed away, or the compiler warns in generated code.
/// </summary>
internal static class TrimmingMarks
{
    private const string Namespace = "global::System.Diagnostics.CodeAnalysis.";

    /// <summary>The attributes of a parameter, type parameter or result about the type that it stands for. The text ends with a space if there are any.</summary>
    /// <param name="target"><c>return: </c>, or nothing.</param>
    public static string OnValue(ImmutableArray<AttributeData> attributes, string target = "") =>
        attributes.FirstOrDefault(static a => Is(a, "DynamicallyAccessedMembersAttribute")) is { ConstructorArguments: { Length: 1 } arguments } && arguments[0].Value is int types
            ? $"[{target}{Namespace}DynamicallyAccessedMembers(({Namespace}DynamicallyAccessedMemberTypes)({types.ToString(System.Globalization.CultureInfo.InvariantCulture)}))] "
            : "";

    /// <summary>One attribute for each requirement of the method, in a fixed order. A type's requirements apply to its static methods.</summary>
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
