using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.CodeFixes;

/// <summary>The method, local function or lambda around a statement, and its conversion to <c>async</c>.</summary>
internal sealed class AsyncFunction
{
    private readonly SyntaxTokenList _modifiers;

    private AsyncFunction(SyntaxNode node, BlockSyntax? body, SyntaxTokenList modifiers)
    {
        Node = node;
        Body = body;
        _modifiers = modifiers;
    }

    public SyntaxNode Node { get; }

    private BlockSyntax? Body { get; }

    private bool IsAsync => _modifiers.Any(SyntaxKind.AsyncKeyword);

    /// <summary>The function around the statement; null for top-level statements.</summary>
    public static AsyncFunction? Around(StatementSyntax statement)
        => statement.Ancestors()
            .Select(static node => node switch
            {
                LocalFunctionStatementSyntax local => new AsyncFunction(local, local.Body, local.Modifiers),
                AnonymousFunctionExpressionSyntax lambda => new AsyncFunction(lambda, lambda.Block, lambda.Modifiers),
                MemberDeclarationSyntax and not GlobalStatementSyntax => new AsyncFunction(node, (node as MethodDeclarationSyntax)?.Body, ((MemberDeclarationSyntax)node).Modifiers),
                _ => null,
            })
            .FirstOrDefault(static function => function is not null);

    /// <summary>The function with the statement replaced by one that awaits; null where the function cannot become async.</summary>
    public SyntaxNode? With(StatementSyntax statement, StatementSyntax awaiting, SemanticModel model, CancellationToken cancellationToken)
    {
        if (IsAsync)
        {
            return Node.ReplaceNode(statement, awaiting);
        }

        var symbol = Node is AnonymousFunctionExpressionSyntax
            ? model.GetSymbolInfo(Node, cancellationToken).Symbol as IMethodSymbol
            : model.GetDeclaredSymbol(Node, cancellationToken) as IMethodSymbol;
        if (Body is null
            || symbol is not { ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } task }
            || symbol.Parameters.Any(static p => p.RefKind != RefKind.None || p.Type.IsRefLikeType))
        {
            return null;
        }

        var returns = Body.DescendantNodes(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().ToList();
        if (returns.Any(static r => r.Expression is null || r.Parent is not BlockSyntax))
        {
            return null;
        }

        var last = Body.Statements.LastOrDefault();
        var body = Body.ReplaceNodes(
            returns.Cast<StatementSyntax>().Append(statement),
            (original, _) => original == statement ? awaiting : Return((ReturnStatementSyntax)original, task.IsGenericType, original == last));
        body = body.RemoveNodes(body.GetAnnotatedNodes(s_removed), SyntaxRemoveOptions.KeepExteriorTrivia)!;
        return MakeAsync(body);
    }

    private static readonly SyntaxAnnotation s_removed = new();

    private static StatementSyntax Return(ReturnStatementSyntax statement, bool hasValue, bool isLast)
    {
        var value = statement.Expression!;
        if (hasValue)
        {
            return value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: { Count: 1 } result }
                ? statement.WithExpression(result[0].Expression.WithTriviaFrom(value))
                : statement.WithExpression(Await(value));
        }

        var isDone = value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } or LiteralExpressionSyntax or DefaultExpressionSyntax;
        if (isDone)
        {
            return isLast ? statement.WithAdditionalAnnotations(s_removed) : statement.WithReturnKeyword(statement.ReturnKeyword.WithTrailingTrivia()).WithExpression(null);
        }

        var awaiting = SyntaxFactory.ExpressionStatement(Await(value.WithoutTrivia()));
        return isLast
            ? awaiting.WithTriviaFrom(statement)
            : SyntaxFactory.Block(awaiting.WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.ReturnStatement())
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Space))
                .WithTriviaFrom(statement);
    }

    private static AwaitExpressionSyntax Await(ExpressionSyntax task)
        => SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            task is ConditionalExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax or SwitchExpressionSyntax
                ? SyntaxFactory.ParenthesizedExpression(task.WithoutTrivia())
                : task);

    private SyntaxNode MakeAsync(BlockSyntax body)
    {
        var word = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        switch (Node)
        {
            case MethodDeclarationSyntax method:
                return method.ReplaceNode(method.Body!, body) is var changed && method.Modifiers.Count > 0
                    ? changed.WithModifiers(changed.Modifiers.Add(word))
                    : changed.WithReturnType(changed.ReturnType.WithoutLeadingTrivia()).AddModifiers(word.WithLeadingTrivia(changed.ReturnType.GetLeadingTrivia()));
            case LocalFunctionStatementSyntax local:
                var function = local.WithBody(body);
                return function.Modifiers.Count > 0
                    ? function.WithModifiers(function.Modifiers.Add(word))
                    : function.WithReturnType(function.ReturnType.WithoutLeadingTrivia()).AddModifiers(word.WithLeadingTrivia(function.ReturnType.GetLeadingTrivia()));
            default:
                var lambda = (AnonymousFunctionExpressionSyntax)Node;
                return lambda.WithBlock(body).WithoutLeadingTrivia().WithModifiers(lambda.Modifiers.Add(word)).WithLeadingTrivia(lambda.GetLeadingTrivia());
        }
    }
}
