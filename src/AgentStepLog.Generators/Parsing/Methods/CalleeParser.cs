using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Collects the facts for the generated body of a method that records itself.</summary>
internal static class CalleeParser
{
    /// <summary>The facts; null for a method that has a body of its own.</summary>
    public static CalleeModel? Parse(IMethodSymbol method) =>
        CalleeOwned.IsDeclared(method)
        && method.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()).OfType<MethodDeclarationSyntax>().FirstOrDefault() is { } declaration
            ? new CalleeModel(
                string.Join(" ", declaration.Modifiers.Select(static m => m.Text)),
                method.IsOverride ? string.Concat(declaration.ConstraintClauses.Select(static c => " " + c.ToString())) : null,
                TypeArguments(method),
                TypeNames.Escape(method.Name + CalleeOwned.Suffix),
                CalleeOwned.Core(method) is not null,
                CalleeOwned.Core(method) is { IsStatic: true },
                (method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed)
            {
                Descriptions = FrameworkAttributes.IsOfMcp(method) ? Descriptions(method) : null,
            }
            : null;

    /// <summary>The descriptions in the XML comments. The generator of the MCP SDK turns these into attributes, but cannot read a method without a body.</summary>
    private static CalleeDescriptions Descriptions(IMethodSymbol method) => new(
        DocsAttribute.IsOn(method.GetAttributes()) ? "" : Docs.OfTool(method, CancellationToken.None) ?? "",
        method.Parameters.Select(static p => DocsAttribute.IsOn(p.GetAttributes()) ? "" : Docs.Of(p, CancellationToken.None) ?? "").ToEquatableArray(),
        method.ReturnsVoid || DocsAttribute.IsOn(method.GetReturnTypeAttributes()) ? "" : Docs.OfReturn(method, CancellationToken.None) ?? "");

    // Inside the type, a nearer type parameter hides an outer one with its name. The hidden one can only be inferred.
    private static string TypeArguments(IMethodSymbol method)
    {
        var names = TypeNaming.TypeParameters(method).Select(static p => TypeNames.Escape(p.Name)).ToList();
        return names.Distinct().Count() == names.Count ? SignatureText.TypeArguments(names) : "";
    }
}
