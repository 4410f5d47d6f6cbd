using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The body of a method without the statements that say nothing of the calls in it: those that hold none, and declare nothing that
/// others could name. The compiler looks through the whole body before it binds one call there, which for one in a long body is most of
/// the work. Belongs to no tree.
/// </summary>
internal sealed class ShortBody
{
    // What takes less than this away is not worth a body of its own.
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

    /// <summary>Null where the body is short already, or may mean something else without a part of it.</summary>
    /// <param name="body">Of a method.</param>
    /// <param name="calls">What it is to be shortened for.</param>
    /// <param name="facts">Of the tree.</param>
    public static ShortBody? Of(BlockSyntax body, IReadOnlyList<InvocationExpressionSyntax> calls, TreeFacts facts)
    {
        // A directive works beyond the statement at which it stands.
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

    /// <summary>The call by the name that stands there in the tree.</summary>
    public InvocationExpressionSyntax? Find(int name) =>
        Invocations.At(_method, name - _start - _removed.Where(r => r.End <= name).Sum(static r => r.Length));

    /// <summary>A model in which the calls are bound as in the whole body.</summary>
    /// <param name="model">Of the tree.</param>
    public SemanticModel? Model(SemanticModel model) =>
        model.TryGetSpeculativeSemanticModelForMethodBody(_position, _method, out var @short) ? @short : null;

    // Not those of lambdas: which overload takes one can depend on each statement in it.
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

    /// <summary>Whether the statement declares nothing in the block around it.</summary>
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
