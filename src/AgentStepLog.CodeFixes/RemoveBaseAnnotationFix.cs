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

namespace AgentStepLog.CodeFixes;

/// <summary>
/// ASL3005: removes the annotation of the member above, which may stand in another file. The body below records every call of it
/// that gets there.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBaseAnnotationFix))]
[Shared]
public sealed class RemoveBaseAnnotationFix : CodeFixProvider
{
    private const string Title = "Remove the annotation of the member above";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.RoutesCollide.Id];

    /// <summary>None: implementations of one member share the annotation that goes.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            // The member itself, and the one above it.
            if (diagnostic.AdditionalLocations.ElementAtOrDefault(1) is { SourceTree: { } tree } at
                && context.Document.Project.Solution.GetDocument(tree) is { } document
                && await AttributeAsync(document, at, context.CancellationToken).ConfigureAwait(false) is { } attribute)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, token => RemoveAsync(document, attribute, token), equivalenceKey: Title),
                    diagnostic);
            }
        }
    }

    /// <summary>The annotation there; none where that member records itself, and the one below must.</summary>
    private static async Task<AttributeSyntax?> AttributeAsync(Document document, Location at, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root?.FindNode(at.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
            && !CalleeOwned.IsDeclared(symbol)
            && Annotations.OwnOf(symbol)?.Attribute.ApplicationSyntaxReference is { } reference
                ? await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) as AttributeSyntax
                : null;
    }

    private static async Task<Solution> RemoveAsync(Document document, AttributeSyntax attribute, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.Project.Solution.WithDocumentText(document.Id, text.WithChanges(Layout.Removal(text, attribute)));
    }
}
