using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
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

/// <summary>ASL2003: awaits the task, and makes the function async where that does not affect its callers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitFix))]
[Shared]
public sealed class AwaitFix : CodeFixProvider
{
    private const string Title = "Await it";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.TaskIsDropped.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(static async (context, document, diagnostics) => await FixAllAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

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

    // The findings are fixed one after the other: the first one makes a function async, and the next one must not do so again.
    private static async Task<Document> FixAllAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        var marks = diagnostics.Select(d => Statement(root, d.Location.SourceSpan)).OfType<StatementSyntax>().Distinct().ToDictionary(static s => s, static _ => new SyntaxAnnotation());
        document = document.WithSyntaxRoot(root.ReplaceNodes(marks.Keys, (original, rewritten) => rewritten.WithAdditionalAnnotations(marks[original])));
        foreach (var mark in marks.OrderBy(static m => m.Key.SpanStart).Select(static m => m.Value))
        {
            if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } now
                && now.GetAnnotatedNodes(mark).OfType<StatementSyntax>().FirstOrDefault() is { } statement
                && await FixAsync(document, now, statement, cancellationToken).ConfigureAwait(false) is { } changed)
            {
                document = document.WithSyntaxRoot(changed);
            }
        }

        return document;
    }

    private static async Task<SyntaxNode?> FixAsync(Document document, TextSpan span, CancellationToken cancellationToken)
        => await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root && Statement(root, span) is { } statement
            ? await FixAsync(document, root, statement, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>The statement that drops the reported task; null where there is no such statement.</summary>
    private static StatementSyntax? Statement(SyntaxNode root, TextSpan span)
        => root.FindNode(span).FirstAncestorOrSelf<StatementSyntax>() is { } statement && Dropped(statement)?.Span.Contains(span) == true ? statement : null;

    private static async Task<SyntaxNode?> FixAsync(Document document, SyntaxNode root, StatementSyntax statement, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || Dropped(statement) is not { } task
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

    /// <summary>The expression whose task the statement drops. With <c>?.</c> there may be no task, so that cannot be awaited.</summary>
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
