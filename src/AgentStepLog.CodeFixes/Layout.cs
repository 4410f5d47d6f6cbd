using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>The layout of a file, which edits of its text keep.</summary>
internal static class Layout
{
    /// <summary>The line break of the file.</summary>
    public static string LineBreak(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>The white space at the beginning of the line.</summary>
    public static string Indentation(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>Removes the token and the space behind it.</summary>
    public static TextChange Removal(SyntaxToken token) => new(TextSpan.FromBounds(token.SpanStart, token.FullSpan.End), "");

    /// <summary>Removes the attribute, with its brackets if it is alone in them, and with its line if it is alone on it.</summary>
    public static TextChange Removal(SourceText text, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            var index = list.Attributes.IndexOf(attribute);
            return new(index == 0
                ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart)
                : TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End), "");
        }

        var line = text.Lines.GetLineFromPosition(list.SpanStart);
        var isAlone = text.ToString(line.Span).Trim().Length == list.Span.Length;
        return new(isAlone ? line.SpanIncludingLineBreak : TextSpan.FromBounds(list.SpanStart, list.GetLastToken().FullSpan.End), "");
    }

    /// <summary>Adds the word <c>partial</c> to the type and its containers, wherever it is missing.</summary>
    public static TextChange[] PartialTypes(SyntaxNode member) =>
    [
        .. member.AncestorsAndSelf()
            .OfType<TypeDeclarationSyntax>()
            .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(static type => new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial ")),
    ];
}
