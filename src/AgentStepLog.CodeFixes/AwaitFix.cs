using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using AgentStepLog.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>ASL2003: awaits the task, and makes the function async where that changes nothing for its callers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitFix))]
[Shared]
public sealed class AwaitFix : CodeFixProvider
{
    private const string Title = "Await it";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.TaskIsDropped.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is { } changed)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), equivalenceKey: Title),
                context.Diagnostics);
        }
    }

    private static async Task<SyntaxNode?> FixAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null
            || model is null
            || root.FindNode(span).FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || Dropped(statement) is not { } task
            || !task.Span.Contains(span)
            || statement.FirstAncestorOrSelf<LockStatementSyntax>() is not null
            || statement.FirstAncestorOrSelf<UnsafeStatementSyntax>() is not null)
        {
            return null;
        }

        var awaited = SyntaxFactory.ExpressionStatement(SyntaxFactory.AwaitExpression(
                SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia()))
            .WithTriviaFrom(statement);
        var function = AsyncFunction.Around(statement);
        if (function is null)
        {
            return root.ReplaceNode(statement, awaited); // top-level statements
        }

        return function.With(statement, awaited, model, cancellationToken) is { } rewritten
            ? root.ReplaceNode(function.Node, rewritten)
            : null;
    }

    /// <summary>The expression whose task the statement drops; with <c>?.</c> there may be none to await.</summary>
    private static ExpressionSyntax? Dropped(StatementSyntax statement)
    {
        var expression = statement switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Right,
            ExpressionStatementSyntax plain => plain.Expression,
            LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } => variables[0].Initializer?.Value,
            _ => null,
        };
        return expression is InvocationExpressionSyntax ? expression : null;
    }
}
