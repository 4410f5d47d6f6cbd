using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>A fix that edits the text of the finding's file; on request, for all findings of the file together.</summary>
public abstract class TextFix : CodeFixProvider
{
    private protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics)
            => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if ((await ChangesAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false)).Count > 0)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, token => FixAsync(context.Document, [diagnostic], token), equivalenceKey: Title),
                    diagnostic);
            }
        }
    }

    /// <returns>The edits; none where the finding cannot be fixed.</returns>
    private protected abstract IReadOnlyList<TextChange> Changes(SyntaxNode node, SourceText text, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>Whether the changed code compiles in the project with its settings.</summary>
    private protected virtual bool IsOffered(SyntaxNode node, SemanticModel model, Project project, CancellationToken cancellationToken) => true;

    private async Task<Document> FixAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var edits = new List<IReadOnlyList<TextChange>>();
        foreach (var diagnostic in diagnostics)
        {
            edits.Add(await ChangesAsync(document, diagnostic, cancellationToken).ConfigureAwait(false));
        }

        // Two methods of one type need the type to be made partial only once.
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(DocumentEdit.Merge(edits)));
    }

    private async Task<IReadOnlyList<TextChange>> ChangesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return [];
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return IsOffered(node, model, document.Project, cancellationToken) ? Changes(node, text, model, diagnostic, cancellationToken) : [];
    }
}
