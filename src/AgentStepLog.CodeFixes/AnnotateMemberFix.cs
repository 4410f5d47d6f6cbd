using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>
/// ASL2005: copies the annotation, with its arguments, to the member that calls name. It may stand in another file, or in another
/// project of the solution, but must be source.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnnotateMemberFix))]
[Shared]
public sealed class AnnotateMemberFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.BaseMemberIsNotAnnotated.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // The rule names the member that lacks the annotation, then the one that has it.
        var places = context.Diagnostics[0].AdditionalLocations;
        if (places.Count != 2 || places.Any(static place => !place.IsInSource))
        {
            return;
        }

        var (lacking, annotated) = (places[0], places[1]);

        var solution = context.Document.Project.Solution;
        if (await DeclarationAsync(solution, lacking, context.CancellationToken).ConfigureAwait(false) is { } target
            && await DeclarationAsync(solution, annotated, context.CancellationToken).ConfigureAwait(false) is { } source
            && Annotations.OwnOf(source.Method) is { } annotation
            && Annotations.OwnOf(target.Method) is null)
        {
            var text = AttributeText.Copy(annotation.Attribute, target.Model, target.Declaration.SpanStart, context.CancellationToken);
            var title = $"Annotate '{target.Method.ContainingType.Name}.{target.Method.Name}' too";
            context.RegisterCodeFix(
                CodeAction.Create(title, token => AnnotateAsync(target.Document, target.Declaration.SpanStart, text, token), equivalenceKey: nameof(AnnotateMemberFix)),
                context.Diagnostics);
        }
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

    private static async Task<Solution> AnnotateAsync(Document document, int declaration, string attribute, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var line = text.Lines.GetLineFromPosition(declaration);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, declaration));
        var breaks = line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
        var own = string.IsNullOrWhiteSpace(indentation);
        var change = new TextChange(new TextSpan(declaration, 0), attribute + (own ? breaks + indentation : " "));
        return document.WithText(text.WithChanges(change)).Project.Solution;
    }
}
