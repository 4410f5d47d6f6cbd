using System.Linq;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>Writes the declaration of the method with the code of a method that records itself, without a body.</summary>
internal static class CoreDeclaration
{
    private static readonly SymbolDisplayFormat s_constraints = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.None)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary><c>private async Task&lt;string&gt; SearchAsyncCore(string query)</c>, on one line.</summary>
    /// <param name="model">If given, types are named so that they are valid at the declaration; otherwise they are named for a reader.</param>
    public static string Of(MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel? model = null)
    {
        var modifiers = method.Modifiers
            .Where(static m => m.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.AsyncKeyword)
            .Select(static m => m.Text)
            .Prepend("private");
        return $"{string.Join(" ", modifiers)} {Line(method.ReturnType)} {Name(method)}{(method.TypeParameterList is { } t ? Line(t) : "")}"
            + $"({string.Join(", ", method.ParameterList.Parameters.Select(Parameter))}){Constraints(method, symbol, model)}";
    }

    /// <summary>
    /// The constraints as written. An override inherits its constraints and may omit them; the method with its code overrides nothing, so it needs them.
    /// </summary>
    private static string Constraints(MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel? model)
    {
        if (!symbol.IsOverride || !symbol.IsGenericMethod)
        {
            return string.Concat(method.ConstraintClauses.Select(static c => " " + Line(c)));
        }

        var text = model is null ? symbol.ToDisplayString(s_constraints) : symbol.ToMinimalDisplayString(model, method.SpanStart, s_constraints);
        var clauses = text.IndexOf(" where ", System.StringComparison.Ordinal);
        return clauses < 0 ? "" : text.Substring(clauses);
    }

    private static string Name(MethodDeclarationSyntax method) => TypeNames.Escape(method.Identifier.ValueText + CalleeOwned.Suffix);

    // Defaults and caller attributes belong to the declaration. The words this and params have no use for a call of this method.
    private static string Parameter(ParameterSyntax parameter)
    {
        var attributes = parameter.AttributeLists.Where(IsForTheBody).Select(Line);
        var modifiers = parameter.Modifiers.Where(static m => m.Kind() is not (SyntaxKind.ThisKeyword or SyntaxKind.ParamsKeyword)).Select(static m => m.Text);
        return string.Join(" ", attributes.Concat(modifiers).Append(parameter.Type is null ? "" : Line(parameter.Type)).Append(parameter.Identifier.Text));
    }

    /// <summary>Whether the list has the attribute for the cancellation token of an iterator, which belongs to the iterator's own body.</summary>
    public static bool IsForTheBody(AttributeListSyntax list) => list.Attributes.Count == 1
        && list.Attributes[0].Name.ToString().Split('.', ':').Last() is "EnumeratorCancellation" or "EnumeratorCancellationAttribute";

    private static string Line(SyntaxNode node) =>
        string.Join(" ", node.ToString().Split([' ', '\t', '\r', '\n'], System.StringSplitOptions.RemoveEmptyEntries));
}
