using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AgentStepLog.CodeFixes;

/// <summary>A fix that may edit another file than that of the finding. Several findings may need the same edit.</summary>
public abstract class SolutionFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new SolutionFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await EditAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } edit)
            {
                var solution = context.Document.Project.Solution;
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title, token => ApplyAsync(solution, [edit], token), equivalenceKey: GetType().Name), diagnostic);
            }
        }
    }

    /// <returns>The edit; null where the finding cannot be fixed.</returns>
    private protected abstract Task<DocumentEdit?> EditAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>The edits for many findings, in their order. A fix overrides this where one edit depends on another.</summary>
    private protected virtual async Task<IReadOnlyList<DocumentEdit>> EditsAsync(
        IEnumerable<(Document Document, Diagnostic Diagnostic)> findings, CancellationToken cancellationToken)
    {
        var edits = new List<DocumentEdit>();
        foreach (var (document, diagnostic) in findings)
        {
            if (await EditAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } edit)
            {
                edits.Add(edit);
            }
        }

        return edits;
    }

    internal async Task<Solution> FixAsync(Solution solution, IEnumerable<(Document Document, Diagnostic Diagnostic)> findings, CancellationToken cancellationToken)
        => await ApplyAsync(solution, await EditsAsync(findings, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private static async Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<DocumentEdit> edits, CancellationToken cancellationToken)
    {
        foreach (var of in edits.GroupBy(static e => e.Document.Id))
        {
            var text = await of.First().Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentText(of.Key, text.WithChanges(DocumentEdit.Merge(of.Select(static e => e.Changes))));
        }

        return solution;
    }
}
