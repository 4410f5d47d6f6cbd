using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Flattens the XML of a documentation comment to text that a model can read.</summary>
internal static class DocText
{
    /// <summary>The text, or null when nothing but white space is left.</summary>
    public static string? Of(SyntaxList<XmlNodeSyntax> content)
    {
        var text = new DocTextBuilder();
        Append(content, text);
        return text.ToText();
    }

    public static string? Attribute(SyntaxList<XmlAttributeSyntax> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name.LocalName.ValueText == name)
            {
                return attribute switch
                {
                    XmlNameAttributeSyntax n => n.Identifier.Identifier.ValueText,
                    XmlCrefAttributeSyntax c => c.Cref.ToString(),
                    XmlTextAttributeSyntax t => Concat(t.TextTokens),
                    _ => null,
                };
            }
        }

        return null;
    }

    private static void Append(SyntaxList<XmlNodeSyntax> content, DocTextBuilder text)
    {
        foreach (var node in content)
        {
            switch (node)
            {
                case XmlTextSyntax words:
                    AppendWords(words.TextTokens, text);
                    break;
                case XmlCDataSectionSyntax data:
                    AppendWords(data.TextTokens, text);
                    break;
                case XmlEmptyElementSyntax empty:
                    AppendElement(empty.Name, empty.Attributes, default, text);
                    break;
                case XmlElementSyntax element:
                    AppendElement(element.StartTag.Name, element.StartTag.Attributes, element.Content, text);
                    break;
                default:
                    break;                                  // comments and processing instructions are no text
            }
        }
    }

    private static void AppendElement(
        XmlNameSyntax name, SyntaxList<XmlAttributeSyntax> attributes, SyntaxList<XmlNodeSyntax> content, DocTextBuilder text)
    {
        switch (name.LocalName.ValueText)
        {
            case var reference when IsReference(reference) && content.Count == 0:
                text.Words(Reference(attributes));
                break;
            case "para" or "p":
                text.Break();
                Append(content, text);
                text.Break();
                break;
            case "br":
                text.Break();
                break;
            case "list":
                AppendList(Attribute(attributes, "type") == "number", content, text);
                break;
            case "code" or "pre":
                text.Verbatim(DocCode.Lines(content, Reference));
                break;
            default:
                Append(content, text);
                break;
        }
    }

    private static void AppendList(bool numbered, SyntaxList<XmlNodeSyntax> content, DocTextBuilder text)
    {
        var number = 0;
        foreach (var node in content)
        {
            if (node is not XmlElementSyntax { StartTag.Name.LocalName.ValueText: "item" or "listheader" } item)
            {
                continue;
            }

            text.Break();
            text.Words(numbered ? ++number + ". " : "- ");
            AppendItem(item.Content, text);
        }

        text.Break();
    }

    private static void AppendItem(SyntaxList<XmlNodeSyntax> content, DocTextBuilder text)
    {
        foreach (var node in content)
        {
            if (node is XmlElementSyntax { StartTag.Name.LocalName.ValueText: "term" } term)
            {
                Append(term.Content, text);
                text.Glue(": ");
            }
            else
            {
                Append(new SyntaxList<XmlNodeSyntax>(node), text);
            }
        }
    }

    // The text of a reference within code: its own words where it has some, or else the name of its target.
    private static string? Reference(XmlNodeSyntax node) => node switch
    {
        XmlEmptyElementSyntax empty when IsReference(empty.Name.LocalName.ValueText) => Reference(empty.Attributes),
        XmlElementSyntax element when IsReference(element.StartTag.Name.LocalName.ValueText) => Of(element.Content) ?? Reference(element.StartTag.Attributes),
        _ => null,
    };

    private static bool IsReference(string element) => element is "see" or "seealso" or "paramref" or "typeparamref";

    private static string Reference(SyntaxList<XmlAttributeSyntax> attributes) =>
        Attribute(attributes, "langword") ?? Attribute(attributes, "name") ?? Attribute(attributes, "href")
            ?? (Attribute(attributes, "cref") is { } cref ? ShortName(cref) : "");

    /// <summary>The member's own name. For <c>Surf.Tools.Get(int)</c> and for <c>M:Surf.Tools.Get(System.Int32)</c> it is <c>Get</c>.</summary>
    private static string ShortName(string cref)
    {
        var end = cref.IndexOfAny(['(', '`', '{', '<']);
        var name = end < 0 ? cref : cref.Substring(0, end);
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }

    private static void AppendWords(SyntaxTokenList tokens, DocTextBuilder text)
    {
        foreach (var token in tokens)
        {
            text.Words(token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken) ? " " : token.ValueText);
        }
    }

    private static string Concat(SyntaxTokenList tokens)
    {
        var text = "";
        foreach (var token in tokens)
        {
            text += token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken) ? "\n" : token.ValueText;
        }

        return text;
    }
}
