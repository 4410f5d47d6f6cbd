using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The lines of a <c>&lt;code&gt;</c> element as they are written: in YAML or Python another indentation is another example, so only what all lines
/// have in common goes, and blank lines at both ends.
/// </summary>
internal static class DocCode
{
    /// <param name="content">What stands in the element.</param>
    /// <param name="reference">What an element that refers to something says; null for any other element, which is a part of the code.</param>
    public static IReadOnlyList<string> Lines(SyntaxList<XmlNodeSyntax> content, Func<XmlNodeSyntax, string?> reference)
    {
        var text = new StringBuilder();
        Append(content, reference, text);
        var lines = text.ToString().Split('\n').Select(static l => l.TrimEnd()).ToList();
        var rest = lines.Skip(1).Where(static l => l.Length > 0).Select(Indentation).ToList();
        string common;
        if (lines[0].Length > 0)
        {
            // The first line begins behind its tag, so that the others are measured by the comment as a whole.
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

    // Slashes and stars that frame a comment are none of its text; of a delimited comment without stars, the white space is.
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

    // What a comment from the XML file of an assembly stands in, at another column than the comment.
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
