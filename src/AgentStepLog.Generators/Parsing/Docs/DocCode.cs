using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The lines of a <c>&lt;code&gt;</c> element as they are written. In YAML or Python, indentation is part of the example, so only the indentation that all lines
/// share is removed, with blank lines at both ends.
/// </summary>
internal static class DocCode
{
    /// <param name="content">The content of the element.</param>
    /// <param name="reference">Returns the text of an element that is a reference; null for other elements, which are part of the code.</param>
    public static IReadOnlyList<string> Lines(SyntaxList<XmlNodeSyntax> content, Func<XmlNodeSyntax, string?> reference)
    {
        var text = new StringBuilder();
        Append(content, reference, text);
        var lines = text.ToString().Split('\n').Select(static l => l.TrimEnd()).ToList();
        var rest = lines.Skip(1).Where(static l => l.Length > 0).Select(Indentation).ToList();
        string common;
        if (lines[0].Length > 0)
        {
            // The first line begins behind the element's tag. So the other lines are compared with the indentation of the whole comment.
            lines[0] = lines[0].TrimStart();
            common = rest.Count == 0 ? "" : Common(rest.Append(OfComment(content)));
        }
        else
        {
            common = rest.Count == 0 ? "" : Common(rest);
        }

        return [.. lines
            .Select((l, i) => i == 0 || l.Length == 0 ? l : l.Substring(common.Length))
            .SkipWhile(static l => l.Length == 0).Reverse().SkipWhile(static l => l.Length == 0).Reverse()];
    }

    private static void Append(IEnumerable<XmlNodeSyntax> content, Func<XmlNodeSyntax, string?> reference, StringBuilder text)
    {
        foreach (var node in content)
        {
            switch (node)
            {
                case XmlTextSyntax or XmlCDataSectionSyntax:
                    AppendTokens(node.ChildTokens().Where(static t => !t.IsKind(SyntaxKind.XmlCDataStartToken) && !t.IsKind(SyntaxKind.XmlCDataEndToken)), text);
                    break;
                case var _ when reference(node) is { } words:
                    text.Append(words);
                    break;
                case XmlElementSyntax { StartTag.Name.LocalName.ValueText: "c" or "code" or "para" } element:
                    Append(element.Content, reference, text);
                    break;
                case XmlElementSyntax element:
                    AppendTokens(element.StartTag.DescendantTokens(), text);
                    Append(element.Content, reference, text);
                    AppendTokens(element.EndTag.DescendantTokens(), text);
                    break;
                default:
                    AppendTokens(node.DescendantTokens(), text);
                    break;
            }
        }
    }

    private static void AppendTokens(IEnumerable<SyntaxToken> tokens, StringBuilder text)
    {
        foreach (var token in tokens)
        {
            foreach (var trivia in token.LeadingTrivia)
            {
                text.Append(Inside(trivia));
            }

            text.Append(token.Kind() switch
            {
                SyntaxKind.XmlTextLiteralNewLineToken => "\n",
                SyntaxKind.XmlTextLiteralToken or SyntaxKind.XmlEntityLiteralToken => token.ValueText.Replace("\r", ""),
                _ => token.Text,
            });
            foreach (var trivia in token.TrailingTrivia)
            {
                text.Append(Inside(trivia));
            }
        }
    }

    // The slashes and stars of a comment are no part of its text. In a delimited comment without stars, the white space is.
    private static string Inside(SyntaxTrivia trivia)
    {
        var text = trivia.ToFullString();
        return trivia.IsKind(SyntaxKind.EndOfLineTrivia) ? "\n"
            : trivia.IsKind(SyntaxKind.DocumentationCommentExteriorTrivia) && text.Trim().Length > 0 ? ""
            : text;
    }

    private static string OfComment(SyntaxList<XmlNodeSyntax> content)
    {
        if (content.FirstOrDefault()?.FirstAncestorOrSelf<DocumentationCommentTriviaSyntax>() is not { } comment)
        {
            return "";
        }

        var text = new StringBuilder();
        AppendTokens(comment.DescendantTokens(), text);
        return Common(text.ToString().Split('\n').Where(static l => l.Trim() is { Length: > 0 } words && !IsFrame(words)).Select(Indentation));
    }

    // The XML file of an assembly encloses a comment in these elements, which have an indentation of their own.
    private static bool IsFrame(string line) =>
        line.StartsWith("<member ", StringComparison.Ordinal) || line.StartsWith("</member>", StringComparison.Ordinal);

    private static string Indentation(string line) => line.Substring(0, line.Length - line.TrimStart().Length);

    private static string Common(IEnumerable<string> indentations)
    {
        string? common = null;
        foreach (var one in indentations)
        {
            var length = 0;
            while (common is not null && length < Math.Min(common.Length, one.Length) && common[length] == one[length])
            {
                length++;
            }

            common = common is null ? one : common.Substring(0, length);
        }

        return common ?? "";
    }
}
