using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Walks the nodes of a tree once (never its tokens: that takes three times as long) and gathers its facts.</summary>
internal sealed class TreeWalk : CSharpSyntaxWalker
{
    private readonly Dictionary<string, List<TextSpan>> _calls = new(StringComparer.Ordinal);
    private readonly List<AttributedMethod> _methods = [];
    private readonly List<AttributedMethod> _localFunctions = [];
    private readonly List<KeyValuePair<string, string>> _aliases = [];
    private readonly List<TextSpan> _bodies = [];
    private readonly CancellationToken _cancellation;
    private bool _isInBody;

    private TreeWalk(CancellationToken cancellation) => _cancellation = cancellation;

    public static TreeFacts Facts(SyntaxTree tree, CancellationToken cancellation)
    {
        var walk = new TreeWalk(cancellation);
        walk.Visit(tree.GetRoot(cancellation));
        return new TreeFacts(
            walk._calls.ToDictionary(p => p.Key, p => (IReadOnlyList<TextSpan>)p.Value, StringComparer.Ordinal),
            walk._methods,
            walk._localFunctions,
            walk._aliases,
            DeclarationText.Hash(tree.GetText(cancellation), walk._bodies));
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (CalledName(node.Expression) is { } name)
        {
            if (!_calls.TryGetValue(name, out var spans))
            {
                _calls[name] = spans = [];
            }

            spans.Add(node.Span);
        }

        base.VisitInvocationExpression(node);
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        _cancellation.ThrowIfCancellationRequested();
        Add(_methods, node, node.AttributeLists, node.Identifier);
        base.VisitMethodDeclaration(node);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        Add(_localFunctions, node, node.AttributeLists, node.Identifier);
        base.VisitLocalFunctionStatement(node);
    }

    public override void VisitUsingDirective(UsingDirectiveSyntax node)
    {
        if (node is { Alias: { } alias, NamespaceOrType: NameSyntax name })
        {
            _aliases.Add(new KeyValuePair<string, string>(alias.Name.Identifier.ValueText, LastName(name)));
        }
    }

    public override void VisitBlock(BlockSyntax node) => VisitBody(node, base.VisitBlock);

    public override void VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) =>
        VisitBody(node, base.VisitArrowExpressionClause);

    public override void VisitGlobalStatement(GlobalStatementSyntax node) => VisitBody(node, base.VisitGlobalStatement);

    private static void Add(List<AttributedMethod> to, SyntaxNode node, SyntaxList<AttributeListSyntax> attributes, SyntaxToken name)
    {
        if (attributes.Count > 0)
        {
            to.Add(new AttributedMethod(name.ValueText, attributes.SelectMany(l => l.Attributes).Select(a => LastName(a.Name)).ToList(), node.Span));
        }
    }

    private void VisitBody<T>(T node, Action<T> visit)
        where T : SyntaxNode
    {
        if (_isInBody)
        {
            visit(node);
            return;
        }

        // A directive such as #nullable works beyond the body in which it stands.
        if (!node.ContainsDirectives)
        {
            _bodies.Add(node.Span);
        }

        _isInBody = true;
        visit(node);
        _isInBody = false;
    }

    private static string? CalledName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax qualified => LastName(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
