using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Reads documentation comments out of the trivia. The compiler parses them only if the project sets
/// <c>GenerateDocumentationFile</c>, and a tool table must not depend on that. Both kinds of project are read in this one way.
/// </summary>
internal static class DocCommentReader
{
    /// <summary>The parsed comment of each declaration, for as long as its tree exists.</summary>
    private static readonly ConditionalWeakTable<SyntaxNode, DocComment> s_known = new();

    public static DocComment Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences.Length == 0)
        {
            return FromXml(symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken));
        }

        var merged = DocComment.None;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            // A record's positional parameter declares a property and has no comment of its own. The record's <param> documents it.
            if (reference.GetSyntax(cancellationToken).FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } declaration)
            {
                merged = DocComment.Merge(merged, Of(declaration));
                if (symbol is IMethodSymbol { IsImplicitlyDeclared: true } && declaration.Parent is MemberDeclarationSyntax block)
                {
                    // For the static method of a member of an extension block, the block documents the receiver.
                    merged = DocComment.Merge(merged, DocComment.OfParameters(Of(block)));
                }
            }
        }

        return merged;
    }

    private static DocComment Of(MemberDeclarationSyntax declaration) => s_known.GetValue(declaration, static node => FromSource(node));

    /// <summary>Parses the comment of another assembly, as its XML file has it, with the same parser.</summary>
    public static DocComment FromXml(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
        {
            return DocComment.None;
        }

        var comment = new StringBuilder();
        foreach (var line in xml!.Replace("\r", "").Split('\n'))
        {
            comment.Append("/// ").Append(line).Append('\n');
        }

        return Parse(comment.ToString());
    }

    private static DocComment FromSource(SyntaxNode declaration)
    {
        var comment = new StringBuilder();
        foreach (var trivia in declaration.GetLeadingTrivia())
        {
            // Directives and ordinary comments between the lines would disturb the second parse.
            var text = trivia.ToFullString();
            if (text.StartsWith("///", System.StringComparison.Ordinal) || text.StartsWith("/**", System.StringComparison.Ordinal))
            {
                comment.Append(text).Append('\n');
            }
        }

        return comment.Length == 0 ? DocComment.None : Parse(comment.ToString());
    }

    private static DocComment Parse(string comment)
    {
        var result = new DocComment();
        foreach (var trivia in SyntaxFactory.ParseLeadingTrivia(comment))
        {
            if (trivia.GetStructure() is DocumentationCommentTriviaSyntax documentation)
            {
                Read(documentation.Content, result);
            }
        }

        return result;
    }

    private static void Read(SyntaxList<XmlNodeSyntax> content, DocComment into)
    {
        foreach (var node in content)
        {
            if (node is not XmlElementSyntax element)
            {
                continue;
            }

            switch (element.StartTag.Name.LocalName.ValueText)
            {
                case "summary":
                    into.Summary ??= Said(element, "", into);
                    break;
                case "returns":
                    into.Returns ??= DocText.Of(element.Content);
                    break;
                case "remarks":
                    into.Remarks ??= DocText.Of(element.Content);
                    break;
                case "example" when DocText.Of(element.Content) is { } example:
                    into.Example = into.Example is null ? example : into.Example + "\n" + example;
                    break;
                case "param":
                    ReadParameter(element, into);
                    break;
                case "member" or "doc":
                    Read(element.Content, into);
                    break;
                default:
                    break;
            }
        }
    }

    private static void ReadParameter(XmlElementSyntax element, DocComment into)
    {
        if (DocText.Attribute(element.StartTag.Attributes, "name") is { } name
            && !into.Parameters.ContainsKey(name)
            && Said(element, name, into) is { } text)
        {
            into.Parameters.Add(name, text);
        }
    }

    private static string? Said(XmlElementSyntax element, string of, DocComment into)
    {
        var text = DocText.Of(element.Content);
        if (text is null || !Placeholder.Is(text))
        {
            return text;
        }

        into.Placeholders.Add(of);
        return null;
    }
}
