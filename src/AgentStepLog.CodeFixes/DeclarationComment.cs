using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>The documentation comment before a declaration, or the place for one.</summary>
internal sealed class DeclarationComment
{
    private readonly SourceText _text;
    private readonly Dictionary<string, int> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextSpan> _empty = new(StringComparer.Ordinal);
    private readonly int _declaration;
    private readonly bool _exists;

    /// <summary>Whether new lines are inserted before the text at the place, and not after it.</summary>
    private readonly bool _before;

    private DeclarationComment(SourceText text, SyntaxNode declaration)
    {
        _text = text;
        _declaration = declaration.SpanStart;
        StartOfParameters = _declaration;
        _before = true;

        var leading = declaration.GetLeadingTrivia();
        var start = declaration.FullSpan.Start;
        var documentation = SyntaxFactory.ParseLeadingTrivia(leading.ToFullString())
            .Select(static trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>()
            .LastOrDefault();
        if (documentation is null)
        {
            return;
        }

        _exists = true;
        var elements = documentation.Content.Where(static node => node is XmlElementSyntax or XmlEmptyElementSyntax).ToArray();
        foreach (var element in elements)
        {
            if (NameOf(element) == "param" && ParameterOf(element) is { } parameter && !_parameters.ContainsKey(parameter))
            {
                _parameters.Add(parameter, start + element.Span.End);
                if (element is XmlEmptyElementSyntax || string.IsNullOrWhiteSpace(((XmlElementSyntax)element).Content.ToString()))
                {
                    _empty.Add(parameter, new TextSpan(start + element.SpanStart, element.Span.Length));
                }
            }
        }

        if (elements.LastOrDefault(static e => NameOf(e) is "summary" or "typeparam" or "inheritdoc" or "include") is { } last)
        {
            (StartOfParameters, _before) = (start + last.Span.End, false);
        }
        else if (elements.Length > 0)
        {
            StartOfParameters = start + elements[0].SpanStart;
        }
        else
        {
            (StartOfParameters, _before) = (EndOfText(start + documentation.FullSpan.Start, start + documentation.FullSpan.End), false);
        }
    }

    /// <summary>The place for the first parameter's element when no other parameter has one before it.</summary>
    public int StartOfParameters { get; }

    public static DeclarationComment Of(SourceText text, SyntaxNode declaration) => new(text, declaration);

    /// <summary>The end of the parameter's element; null when there is none.</summary>
    public int? EndOf(string parameter) => _parameters.TryGetValue(parameter, out var end) ? end : null;

    /// <summary>The place of the parameter's element, if it is empty.</summary>
    public TextSpan? EmptyOf(string parameter) => _empty.TryGetValue(parameter, out var span) ? span : null;

    /// <summary>The text that puts each element on a line of its own at <paramref name="place"/>.</summary>
    public string Lines(int place, IEnumerable<string> elements)
    {
        var line = _text.Lines.GetLineFromPosition(place);
        var end = LineBreak(line.LineNumber);
        var head = _text.ToString(TextSpan.FromBounds(line.Start, place));
        var indentation = head.Substring(0, head.Length - head.TrimStart().Length);
        if (_exists)
        {
            var prefix = indentation + Marker(line);
            return _before && place == StartOfParameters
                ? string.Concat(elements.Select(element => element + end + prefix))
                : string.Concat(elements.Select(element => end + prefix + element));
        }

        // After code on the same line, /// would be an ordinary comment.
        var own = head.Trim().Length == 0;
        var lead = own ? "" : end + indentation;
        return lead + string.Concat(elements.Select(element => "/// " + element + end + indentation));
    }

    /// <summary>The beginning of a line of this comment: that of the given line, or the usual one for its style.</summary>
    private static string Marker(TextLine line)
    {
        var content = line.ToString().TrimStart();
        if (content.StartsWith("/**", StringComparison.Ordinal))
        {
            return " * ";
        }

        var marker = content.StartsWith("///", StringComparison.Ordinal) ? "///" : content.StartsWith("*", StringComparison.Ordinal) ? "*" : "";
        var rest = content.Substring(marker.Length);
        return marker.Length == 0 ? "" : marker + (rest.StartsWith("<", StringComparison.Ordinal) ? "" : " ");
    }

    private string LineBreak(int lineNumber)
    {
        for (var number = lineNumber; number >= 0; number--)
        {
            var line = _text.Lines[number];
            if (line.EndIncludingLineBreak > line.End)
            {
                return _text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
            }
        }

        return "\n";
    }

    private int EndOfText(int start, int end)
    {
        var comment = _text.ToString(TextSpan.FromBounds(start, end)).TrimEnd();
        if (comment.EndsWith("*/", StringComparison.Ordinal))
        {
            comment = comment.Substring(0, comment.Length - 2).TrimEnd();
        }

        return start + comment.Length;
    }

    private static string? NameOf(XmlNodeSyntax node) => node switch
    {
        XmlElementSyntax element => element.StartTag.Name.LocalName.ValueText,
        XmlEmptyElementSyntax element => element.Name.LocalName.ValueText,
        _ => null,
    };

    private static string? ParameterOf(XmlNodeSyntax node)
    {
        var attributes = node switch
        {
            XmlElementSyntax element => element.StartTag.Attributes,
            XmlEmptyElementSyntax element => element.Attributes,
            _ => default,
        };
        return attributes.OfType<XmlNameAttributeSyntax>().FirstOrDefault()?.Identifier.Identifier.ValueText.TrimStart('@');
    }
}
