using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>
/// ASL1011: gives one of two tools another name. With <c>Peek</c> and <c>PeekAsync</c>, the latter gets its method's name. With two overloads,
/// the reported one is named after its parameters.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameToolFix))]
[Shared]
public sealed class NameToolFix : SolutionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.ToolsShareAName.Id];

    private protected override async Task<DocumentEdit?> EditAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        => await EditsAsync([(document, diagnostic)], cancellationToken).ConfigureAwait(false) is { Count: 1 } edits ? edits[0] : null;

    // A name that the fix of one finding uses is not available to the next.
    private protected override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(
        IEnumerable<(Document Document, Diagnostic Diagnostic)> findings, CancellationToken cancellationToken)
    {
        var edits = new List<DocumentEdit>();
        var named = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var given = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var (document, diagnostic) in findings)
        {
            if (diagnostic.AdditionalLocations.Count != 2
                || await MethodAsync(document, diagnostic.AdditionalLocations[0], cancellationToken).ConfigureAwait(false) is not { } other
                || await MethodAsync(document, diagnostic.AdditionalLocations[1], cancellationToken).ConfigureAwait(false) is not { } marked)
            {
                continue;
            }

            var taken = new HashSet<string>(Names(marked.ContainingType).Concat(Names(other.ContainingType)).Concat(given), System.StringComparer.Ordinal);
            var method = new[] { other, marked }.FirstOrDefault(m => !named.Contains(m) && ToolName.IsFree(m.Name, taken)) ?? marked;
            var name = ToolName.IsFree(method.Name, taken) ? method.Name : ToolName.ByParameters(marked, other, taken);
            if (!named.Contains(method) && Edit(document.Project.Solution, method, name, cancellationToken) is { } edit)
            {
                named.Add(method);
                given.Add(name);
                edits.Add(edit);
            }
        }

        return edits;
    }

    private static async Task<IMethodSymbol?> MethodAsync(Document document, Location at, CancellationToken cancellationToken)
        => at.SourceTree is { } tree
            && document.Project.Solution.GetDocument(tree) is { } declaring
            && await declaring.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
            && await declaring.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && root.FindNode(at.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
                ? model.GetDeclaredSymbol(method, cancellationToken)
                : null;

    private static IEnumerable<string> Names(INamedTypeSymbol type)
    {
        for (var holder = type; holder is not null; holder = holder.BaseType)
        {
            foreach (var method in holder.GetMembers().Concat(holder.AllInterfaces.SelectMany(static i => i.GetMembers())).OfType<IMethodSymbol>())
            {
                if (Annotations.OwnOf(method) is { Kind: RecordedKind.Tool } annotation)
                {
                    yield return StepNames.Of(annotation);
                }
            }
        }
    }

    private static DocumentEdit? Edit(Solution solution, IMethodSymbol method, string name, CancellationToken cancellationToken)
        => Annotations.OwnOf(method)?.Attribute.ApplicationSyntaxReference is { } reference
            && reference.GetSyntax(cancellationToken) is AttributeSyntax attribute
            && solution.GetDocument(reference.SyntaxTree) is { } document
                ? new DocumentEdit($"Name '{method.ContainingType.Name}.{method.Name}' \"{name}\"", document, [Change(attribute, SymbolDisplay.FormatLiteral(name, quote: true))])
                : null;

    private static TextChange Change(AttributeSyntax attribute, string literal)
    {
        if (attribute.ArgumentList is not { } list)
        {
            return new TextChange(new TextSpan(attribute.Name.Span.End, 0), $"(Name = {literal})");
        }

        return list.Arguments.FirstOrDefault(static a => a.NameEquals?.Name.Identifier.ValueText == "Name") is { } given
            ? new TextChange(given.Expression.Span, literal)
            : new TextChange(new TextSpan(list.CloseParenToken.SpanStart, 0), (list.Arguments.Count > 0 ? ", " : "") + $"Name = {literal}");
    }
}
