using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Walks the nodes of a tree outside of bodies once (and never its tokens), and collects the tree's facts.
/// </summary>
internal sealed class TreeWalk : CSharpSyntaxWalker
{
    private readonly List<AttributedMethod> _methods = [];
    private readonly List<KeyValuePair<string, string>> _aliases = [];
    private readonly List<TextSpan> _bodies = [];
    private readonly CancellationToken _cancellation;

    private TreeWalk(CancellationToken cancellation) => _cancellation = cancellation;

    public static TreeFacts Facts(SyntaxTree tree, CancellationToken cancellation)
    {
        var walk = new TreeWalk(cancellation);
        var text = tree.GetText(cancellation);
        walk.Visit(tree.GetRoot(cancellation));
        var scan = NameScan.Of(text, cancellation);
        return new TreeFacts(
            scan.IsUnusual ? Invocations.Names(tree, cancellation) : scan.Found,
            walk._methods,
            walk._aliases,
            scan.NamesOurs || scan.IsUnusual,
            scan.IsUnusual ? null : scan.Declaring,
            DeclarationText.Hash(text, walk._bodies));
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (node.AttributeLists.Count > 0)
        {
            _methods.Add(new AttributedMethod(node.Identifier.ValueText, AttributeNames(node.AttributeLists), node.Span));
        }

        base.VisitMethodDeclaration(node);
    }

    public override void VisitUsingDirective(UsingDirectiveSyntax node)
    {
        if (node is { Alias: { } alias, NamespaceOrType: NameSyntax name })
        {
            _aliases.Add(new KeyValuePair<string, string>(alias.Name.Identifier.ValueText, LastName(name)));
        }
    }

    public override void VisitBlock(BlockSyntax node) => AddBody(node);

    public override void VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => AddBody(node);

    public override void VisitGlobalStatement(GlobalStatementSyntax node) => AddBody(node);

    /// <summary>The last names of the attributes, as written.</summary>
    public static IReadOnlyList<string> AttributeNames(SyntaxList<AttributeListSyntax> lists) =>
        lists.SelectMany(static l => l.Attributes).Select(static a => LastName(a.Name)).ToList();

    private void AddBody(SyntaxNode node)
    {
        // A directive such as #nullable has effects beyond the body that contains it.
        if (!node.ContainsDirectives)
        {
            _bodies.Add(node.Span);
        }
    }

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax qualified => LastName(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
