using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AgentStepLog.CodeFixes;

/// <summary>Fixes all findings of a file, a project or the solution together, where several may need the same edit.</summary>
internal sealed class SolutionFixAll(SolutionFix fix) : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var findings = new List<(Document, Diagnostic)>();
        foreach (var diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
            {
                findings.Add((document, diagnostic));
            }
        }

        var ordered = findings.OrderBy(static f => f.Item1.FilePath, System.StringComparer.Ordinal).ThenBy(static f => f.Item2.Location.SourceSpan.Start).ToList();
        return ordered.Count == 0
            ? null
            : CodeAction.Create(
                "Fix all", async token => await fix.FixAsync(fixAllContext.Solution, ordered, token).ConfigureAwait(false), fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            default:
                var all = new List<Diagnostic>();
                foreach (var project in context.Solution.Projects.Where(static p => p.Language == LanguageNames.CSharp))
                {
                    all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                return all;
        }
    }
}
