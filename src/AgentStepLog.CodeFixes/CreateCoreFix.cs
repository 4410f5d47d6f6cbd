using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>ASL3002: creates the method for the code, which its author then writes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateCoreFix))]
[Shared]
public sealed class CreateCoreFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.CoreIsMissing.Id];

    private protected override string Title => "Create the Core method";

    private protected override IReadOnlyList<TextChange> Changes(
        SyntaxNode node, SourceText text, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol
            || symbol.ContainingType.GetMembers(symbol.Name + CalleeOwned.Suffix).Any(m => WouldMeet(m, symbol)))
        {
            return [];
        }

        var exception = model.LookupNamespacesAndTypes(method.SpanStart, name: "NotImplementedException").IsEmpty
            ? "global::System.NotImplementedException"
            : "NotImplementedException";
        var line = Layout.LineBreak(text);
        var indentation = Layout.Indentation(text, method.ReturnType.SpanStart);
        return [new TextChange(new TextSpan(method.Span.End, 0), line + line + indentation + CoreDeclaration.Of(method, symbol, model) + $" => throw new {exception}();")];
    }

    /// <summary>Whether the new method would collide with the member: two methods cannot differ in their return type alone.</summary>
    private static bool WouldMeet(ISymbol member, IMethodSymbol method)
        => member is not IMethodSymbol other
            || (other.Arity == method.Arity
                && other.Parameters.Length == method.Parameters.Length
                && (method.Arity > 0 || other.Parameters.Zip(method.Parameters, static (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(static same => same)));
}
