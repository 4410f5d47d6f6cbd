using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The description, for a model, of a method, a parameter, a returned value, a property or a type. The member's own attribute takes precedence,
/// then its own comment, then those of the members that it overrides or implements; null when there is none.
/// The generator and the rules use this class, so that a member that a rule accepts as documented has its description in the table.
/// </summary>
internal static class Docs
{
    /// <summary>The maximum length of a function's description for OpenAI and for providers with the same limit, in UTF-16 units.</summary>
    internal const int MaxDescription = 1024;

    /// <summary>A tool's description: <c>[AgentTool(Description = …)]</c>, <c>[Description]</c>, summary.</summary>
    public static string? Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var member in WithBases(method))
        {
            if ((DocsAttribute.OfTool(member) ?? DocsAttribute.Of(member) ?? Comment(member, cancellationToken).Summary) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>
    /// The same, followed by <c>&lt;remarks&gt;</c> and <c>&lt;example&gt;</c> of the comment, each of them whole or not at all:
    /// a part that would make the description longer than providers accept is left out. Nothing is added to a description from an attribute.
    /// </summary>
    public static string? OfTool(IMethodSymbol method, CancellationToken cancellationToken)
    {
        string? remarks = null, example = null;
        foreach (var member in WithBases(method))
        {
            if ((DocsAttribute.OfTool(member) ?? DocsAttribute.Of(member)) is { } given)
            {
                return given;
            }

            var comment = Comment(member, cancellationToken);
            remarks ??= comment.Remarks;
            example ??= comment.Example;
            if (comment.Summary is { } summary)
            {
                return With(With(summary, remarks), example is null ? null : "Example:" + (example.Contains("\n") ? "\n" : " ") + example);
            }
        }

        return null;
    }

    private static string With(string text, string? more) =>
        more is null || text.Length + 1 + more.Length > MaxDescription ? text : text + "\n" + more;

    public static string? Of(IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return DocsAttribute.Of(parameter);
        }

        foreach (var member in WithBases(method))
        {
            // By position, since an override may name its parameters differently.
            var same = member.Parameters[parameter.Ordinal];
            if ((DocsAttribute.Of(same) ?? Comment(member, cancellationToken).Parameter(same.Name)) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    public static string? OfReturn(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var member in WithBases(method))
        {
            if ((DocsAttribute.OfReturn(member) ?? Comment(member, cancellationToken).Returns) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <param name="constructorParameter">The parameter that sets the property, where there is one: its documentation counts, too.</param>
    public static string? Of(IPropertySymbol property, IParameterSymbol? constructorParameter, CancellationToken cancellationToken)
    {
        var parameter = constructorParameter ?? PositionalParameter(property, cancellationToken);
        foreach (var member in WithBases(property))
        {
            if ((DocsAttribute.Of(member) ?? (IsPositional(member, cancellationToken) ? null : Summary(member, cancellationToken))) is { } text)
            {
                return text;
            }
        }

        return parameter is null ? null : Of(parameter, cancellationToken);
    }

    /// <inheritdoc cref="Of(IPropertySymbol, IParameterSymbol, CancellationToken)"/>
    public static string? Of(ISymbol member, IParameterSymbol? constructorParameter, CancellationToken cancellationToken) =>
        member is IPropertySymbol property
            ? Of(property, constructorParameter, cancellationToken)
            : Of((IFieldSymbol)member, cancellationToken)
                ?? (constructorParameter is null ? null : Of(constructorParameter, cancellationToken));

    public static string? Of(IFieldSymbol field, CancellationToken cancellationToken) =>
        DocsAttribute.Of(field) ?? DocCommentReader.Of(field, cancellationToken).Summary;

    public static string? Of(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        DocsAttribute.Of(type) ?? DocCommentReader.Of(type.OriginalDefinition, cancellationToken).Summary;

    /// <summary>Whether the description of a tool, a parameter or a member is a placeholder.</summary>
    public static bool IsPlaceholder(ISymbol symbol, CancellationToken cancellationToken) => DocsAttribute.IsPlaceholder(symbol) || symbol switch
    {
        IMethodSymbol method => Comment(method, cancellationToken).Placeholders.Contains(""),
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => Comment(method, cancellationToken).Placeholders.Contains(parameter.Name),
        IPropertySymbol property when PositionalParameter(property, cancellationToken) is { } parameter && IsPlaceholder(parameter, cancellationToken) => true,
        IPropertySymbol property when IsPositional(property, cancellationToken) => false,
        _ => DocCommentReader.Of(symbol.OriginalDefinition, cancellationToken).Placeholders.Contains(""),
    };

    private static DocComment Comment(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = method.OriginalDefinition;
        var other = definition.PartialDefinitionPart ?? definition.PartialImplementationPart;
        var own = DocCommentReader.Of(definition, cancellationToken);
        return other is null ? own : DocComment.Merge(own, DocCommentReader.Of(other, cancellationToken));
    }

    private static string? Summary(IPropertySymbol property, CancellationToken cancellationToken)
    {
        var definition = property.OriginalDefinition;
        var other = definition.PartialDefinitionPart ?? definition.PartialImplementationPart;
        return DocCommentReader.Of(definition, cancellationToken).Summary
            ?? (other is null ? null : DocCommentReader.Of(other, cancellationToken).Summary);
    }

    private static IEnumerable<IMethodSymbol> WithBases(IMethodSymbol method)
    {
        for (var member = method; member is not null; member = member.OverriddenMethod)
        {
            yield return member;
        }

        foreach (var implemented in Implemented(method))
        {
            yield return (IMethodSymbol)implemented;
        }
    }

    private static IEnumerable<IPropertySymbol> WithBases(IPropertySymbol property)
    {
        for (var member = property; member is not null; member = member.OverriddenProperty)
        {
            yield return member;
        }

        foreach (var implemented in Implemented(property))
        {
            yield return (IPropertySymbol)implemented;
        }
    }

    private static IEnumerable<ISymbol> Implemented(ISymbol member) =>
        member.ContainingType is { TypeKind: not TypeKind.Interface } type
            ? type.AllInterfaces
                .SelectMany(i => i.GetMembers().Where(m => m.Kind == member.Kind))
                .Where(m => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m), member))
            : [];

    private static bool IsPositional(IPropertySymbol property, CancellationToken cancellationToken) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ParameterSyntax;

    private static IParameterSymbol? PositionalParameter(IPropertySymbol property, CancellationToken cancellationToken)
    {
        if (property.ContainingType is not { IsRecord: true } record)
        {
            return null;
        }

        // The property may be written out in the record. The record's parameter with its name still documents it.
        return record.InstanceConstructors
            .Where(c => c.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not ConstructorDeclarationSyntax)
            .SelectMany(static c => c.Parameters)
            .FirstOrDefault(p => p.Name == property.Name);
    }
}
