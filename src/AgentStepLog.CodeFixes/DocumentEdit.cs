using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>What one finding changes, in whichever file that is.</summary>
/// <param name="Title">What an editor offers.</param>
/// <param name="Document">The file that changes.</param>
/// <param name="Changes">At least one.</param>
internal sealed record DocumentEdit(string Title, Document Document, IReadOnlyList<TextChange> Changes)
{
    /// <summary>
    /// The changes of several findings of one file. What two of them change alike is changed once; where they would change the same place
    /// in different ways, the first one is done, and the other waits for its turn.
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

    // Two texts put in at one place are not apart: an attribute would stand there twice.
    private static bool AreApart(TextSpan a, TextSpan b) => (a.End <= b.Start || b.End <= a.Start) && a.Start != b.Start;
}
