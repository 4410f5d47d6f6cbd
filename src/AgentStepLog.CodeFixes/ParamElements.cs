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
/// Where <c>&lt;param&gt;</c> elements are missing in a declaration's comment, as edits of its text. Text and not syntax:
/// without <c>GenerateDocumentationFile</c> the tree holds no documentation, only comments.
/// </summary>
internal static class ParamElements
{
    public static IEnumerable<TextChange> Missing(
        SourceText text, SyntaxNode declaration, IReadOnlyList<(string Name, bool Lacks)> parameters)
    {
        var comment = DeclarationComment.Of(text, declaration);
        var inserted = new SortedDictionary<int, List<string>>();
        var place = comment.StartOfParameters;
        foreach (var (name, lacks) in parameters)
        {
            if (comment.EndOf(name) is { } end)
            {
                place = Math.Max(place, end);
            }
            else if (lacks)
            {
                if (!inserted.TryGetValue(place, out var elements))
                {
                    inserted.Add(place, elements = []);
                }

                elements.Add($"<param name=\"{name}\"></param>");
            }
        }

        return inserted.Select(pair => new TextChange(new TextSpan(pair.Key, 0), comment.Lines(pair.Key, pair.Value)));
    }
}
