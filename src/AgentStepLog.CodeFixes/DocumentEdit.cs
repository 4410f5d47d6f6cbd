using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>The changes for one finding, in any file.</summary>
/// <param name="Title">The title that an editor shows.</param>
/// <param name="Document">The file to change.</param>
/// <param name="Changes">The changes; at least one.</param>
internal sealed record DocumentEdit(string Title, Document Document, IReadOnlyList<TextChange> Changes)
{
    /// <summary>
    /// Merges the changes for several findings of one file. Equal changes are made once. Where two would change the same place
    /// in different ways, the first one is made, and the other one is left for the next round.
    /// </summary>
    public static IReadOnlyList<TextChange> Merge(IEnumerable<IReadOnlyList<TextChange>> edits)
    {
        var merged = new List<TextChange>();
        foreach (var edit in edits)
        {
            if (edit.All(change => merged.All(m => m == change || AreApart(m.Span, change.Span))))
            {
                merged.AddRange(edit.Where(change => !merged.Contains(change)));
            }
        }

        return [.. merged.OrderBy(static c => c.Span.Start).ThenBy(static c => c.Span.End)];
    }

    // Two insertions at one place are in conflict: an attribute would be inserted twice.
    private static bool AreApart(TextSpan a, TextSpan b) => (a.End <= b.Start || b.End <= a.Start) && a.Start != b.Start;
}
