using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>
/// Finds the <c>&lt;param&gt;</c> elements that a declaration's comment lacks, and returns edits of its text. It works on text and not on syntax:
/// without <c>GenerateDocumentationFile</c> the tree contains no documentation, only comments.
/// </summary>
internal static class ParamElements
{
    /// <param name="text">The file.</param>
    /// <param name="declaration">The declaration with the comment.</param>
    /// <param name="parameters">Each parameter with the text for its element; null where it needs none.</param>
    public static IEnumerable<TextChange> Missing(
        SourceText text, SyntaxNode declaration, IReadOnlyList<(string Name, string? Words)> parameters)
    {
        var comment = DeclarationComment.Of(text, declaration);
        var inserted = new SortedDictionary<int, List<string>>();
        var filled = new List<TextChange>();
        var place = comment.StartOfParameters;
        foreach (var (name, words) in parameters)
        {
            var element = $"<param name=\"{name}\">{words}</param>";
            if (comment.EndOf(name) is { } end)
            {
                place = Math.Max(place, end);
                if (words is not null && comment.EmptyOf(name) is { } empty)
                {
                    filled.Add(new TextChange(empty, element));
                }
            }
            else if (words is not null)
            {
                if (!inserted.TryGetValue(place, out var elements))
                {
                    inserted.Add(place, elements = []);
                }

                elements.Add(element);
            }
        }

        return filled.Concat(inserted.Select(pair => new TextChange(new TextSpan(pair.Key, 0), comment.Lines(pair.Key, pair.Value)))).OrderBy(static c => c.Span.Start);
    }
}
