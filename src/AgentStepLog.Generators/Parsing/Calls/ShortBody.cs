using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The body of a method without the statements that do not affect the calls in it: those that contain none of the calls, and declare nothing that
/// others could name. Before it binds one call, the compiler goes through the whole body, which takes most of the time in a long one.
/// The shortened body belongs to no tree.
/// </summary>
internal sealed class ShortBody
{
    // A smaller saving, in characters, is not worth a second body.
    private const int LeastSaved = 256;

    private readonly MethodDeclarationSyntax _method;
    private readonly int _start;
    private readonly int _position;
    private readonly List<TextSpan> _removed;

    private ShortBody(MethodDeclarationSyntax whole, MethodDeclarationSyntax @short, List<TextSpan> removed)
    {
        _method = @short;
        _start = whole.FullSpan.Start;
        _position = whole.Body!.OpenBraceToken.Span.End;
        _removed = removed;
    }

    /// <summary>The shortened body; null where the body is short already, or may have another meaning without the statements.</summary>
    /// <param name="body">The body of a method.</param>
    /// <param name="calls">The calls that are to be bound in the shortened body.</param>
    /// <param name="facts">The facts of the body's tree.</param>
    public static ShortBody? Of(BlockSyntax body, IReadOnlyList<InvocationExpressionSyntax> calls, TreeFacts facts)
    {
        // A directive has effects beyond its own statement.
        if (body.ContainsDirectives || body.Parent is not MethodDeclarationSyntax method)
        {
            return null;
        }

        var holding = new HashSet<SyntaxNode>(calls.SelectMany(static c => c.Ancestors()));
        var removed = new List<TextSpan>();
        var kept = new Dictionary<BlockSyntax, bool[]>();
        foreach (var block in calls.SelectMany(c => Blocks(c, body)).Distinct())
        {
            kept[block] = [.. block.Statements.Select(s => holding.Contains(s) || !IsSilent(s, facts))];
            removed.AddRange(block.Statements.Where((_, i) => !kept[block][i]).Select(static s => s.FullSpan));
        }

        return removed.Sum(static s => s.Length) < LeastSaved ? null : new ShortBody(
            method,
            method.ReplaceNodes(kept.Keys, (whole, now) => now.WithStatements([.. now.Statements.Where((_, i) => kept[whole][i])])),
            removed);
    }

    /// <summary>The call in the shortened body whose name is at a position of the tree.</summary>
    public InvocationExpressionSyntax? Find(int name) =>
        Invocations.At(_method, name - _start - _removed.Where(r => r.End <= name).Sum(static r => r.Length));

    /// <summary>A semantic model in which the calls are bound as in the whole body.</summary>
    /// <param name="model">The semantic model of the tree.</param>
    public SemanticModel? Model(SemanticModel model) =>
        model.TryGetSpeculativeSemanticModelForMethodBody(_position, _method, out var @short) ? @short : null;

    // Blocks of lambdas are left whole: the choice of an overload that takes the lambda can depend on each statement in it.
    private static List<BlockSyntax> Blocks(SyntaxNode call, BlockSyntax body)
    {
        var blocks = new List<BlockSyntax>();
        for (var node = call.Parent; node is not null && node != body.Parent; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax)
            {
                blocks.Clear();
            }
            else if (node is BlockSyntax block)
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    /// <summary>Whether the statement declares nothing in the enclosing block.</summary>
    private static bool IsSilent(StatementSyntax statement, TreeFacts facts) =>
        statement.Kind() is SyntaxKind.ExpressionStatement or SyntaxKind.IfStatement or SyntaxKind.ForEachStatement or SyntaxKind.ForStatement
            or SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.TryStatement or SyntaxKind.ReturnStatement
            or SyntaxKind.ThrowStatement or SyntaxKind.Block or SyntaxKind.LockStatement
        && !facts.MayDeclare(statement.Span)
        && !IsDeconstruction(statement);

    // (int a, var b) = …; and var (a, b) = …;
    private static bool IsDeconstruction(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } };
}
