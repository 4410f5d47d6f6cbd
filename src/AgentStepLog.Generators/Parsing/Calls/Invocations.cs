using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Finds the calls of certain names in a tree.</summary>
internal static class Invocations
{
    /// <summary>The calls of these names in order. An inner call comes before an outer one that begins at the same place.</summary>
    /// <param name="root">The tree's root.</param>
    /// <param name="places">The places of names that may be called, and may be these.</param>
    public static List<InvocationExpressionSyntax> Of(SyntaxNode root, IEnumerable<NamePlace> places, Candidates candidates) => places
        .Where(p => candidates.Hashes.Contains(p.Hash))
        .Select(p => At(root, p.Start))
        .OfType<InvocationExpressionSyntax>()
        .Where(i => candidates.Methods.Contains(Name(i.Expression)!.Identifier.ValueText))
        .OrderBy(static i => i.SpanStart)
        .ThenBy(static i => i.Span.Length)
        .ToList();

    /// <summary>The call whose name is at a position; null where there is no name, or it is not called.</summary>
    public static InvocationExpressionSyntax? At(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        if (!token.Span.Contains(position) || token.Parent is not SimpleNameSyntax name)
        {
            return null;
        }

        ExpressionSyntax called = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return called.Parent is InvocationExpressionSyntax invocation && invocation.Expression == called ? invocation : null;
    }

    /// <summary>The names of all calls in a tree. This walks the tree.</summary>
    public static IReadOnlyList<NamePlace> Names(SyntaxTree tree, CancellationToken cancellation) => tree.GetRoot(cancellation)
        .DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Select(static i => Name(i.Expression))
        .OfType<SimpleNameSyntax>()
        .Select(static n => new NamePlace(NameScan.Hash(n.Identifier.ValueText), n.Identifier.SpanStart))
        .ToList();

    /// <summary>The name in a called expression; null where it has none.</summary>
    public static SimpleNameSyntax? Name(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };
}
