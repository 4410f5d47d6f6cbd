using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>
/// ASL2005: copies the annotation, with its arguments, to the member that calls name. That member may be in another file, or in another
/// project of the solution, but its source must be there. With several implementations, the annotation of the first one is copied.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnnotateMemberFix))]
[Shared]
public sealed class AnnotateMemberFix : SolutionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.BaseMemberIsNotAnnotated.Id];

    private protected override async Task<DocumentEdit?> EditAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // The finding has the place of the member without an annotation, and then that of the annotated one.
        var places = diagnostic.AdditionalLocations;
        if (places.Count != 2 || places.Any(static place => !place.IsInSource))
        {
            return null;
        }

        var solution = document.Project.Solution;
        return await DeclarationAsync(solution, places[0], cancellationToken).ConfigureAwait(false) is { } target
            && await DeclarationAsync(solution, places[1], cancellationToken).ConfigureAwait(false) is { } source
            && Annotations.OwnOf(source.Method) is { } annotation
            && Annotations.OwnOf(target.Method) is null
                ? new DocumentEdit(
                    $"Annotate '{target.Method.ContainingType.Name}.{target.Method.Name}' too",
                    target.Document,
                    [Insertion(
                        await target.Document.GetTextAsync(cancellationToken).ConfigureAwait(false),
                        target.Declaration.SpanStart,
                        AttributeText.Copy(annotation.Attribute, target.Model, target.Declaration.SpanStart, cancellationToken))])
                : null;
    }

    private static async Task<(Document Document, MethodDeclarationSyntax Declaration, IMethodSymbol Method, SemanticModel Model)?> DeclarationAsync(
        Solution solution, Location name, CancellationToken cancellationToken)
    {
        var document = solution.GetDocument(name.SourceTree)
            ?? solution.GetDocument(solution.GetDocumentIdsWithFilePath(name.SourceTree!.FilePath).FirstOrDefault());
        if (document is null
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || !root.FullSpan.Contains(name.SourceSpan)
            || root.FindNode(name.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not IMethodSymbol method)
        {
            return null;
        }

        return (document, declaration, method.PartialDefinitionPart ?? method, model);
    }

    private static TextChange Insertion(SourceText text, int declaration, string attribute)
    {
        var line = text.Lines.GetLineFromPosition(declaration);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, declaration));
        var breaks = line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
        var own = string.IsNullOrWhiteSpace(indentation);
        return new TextChange(new TextSpan(declaration, 0), attribute + (own ? breaks + indentation : " "));
    }
}
