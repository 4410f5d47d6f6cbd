using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>
/// ASL2001 where any delegate will do, as in a factory of tools: a lambda would have none of the method's descriptions, so the method
/// itself is made to record. It may stand in another file, or in another project of the solution.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeHandedOverPartialFix))]
[Shared]
public sealed class MakeHandedOverPartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.MethodGroupIsHandedOver.Id];

    /// <summary>None: places that hand over the same method share the declaration that changes.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var diagnostic = context.Diagnostics[0];
        if (diagnostic.AdditionalLocations.Count == 0
            || diagnostic.AdditionalLocations[0] is not { SourceTree: { } tree } at
            || context.Document.Project.Solution.GetDocument(tree) is not { } document
            || !await GoesWhereAnyDelegateDoesAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var changes = await ChangesAsync(document, at.SourceSpan, context.CancellationToken).ConfigureAwait(false);
        if (changes.Count > 0)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Make the method partial, so that it records itself",
                    async token => document.Project.Solution.WithDocumentText(
                        document.Id, (await document.GetTextAsync(token).ConfigureAwait(false)).WithChanges(changes.OrderBy(static c => c.Span.Start))),
                    equivalenceKey: nameof(MakeHandedOverPartialFix)),
                context.Diagnostics);
        }
    }

    private static async Task<bool> GoesWhereAnyDelegateDoesAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var name = root?.FindNode(span, getInnermostNodeForTie: true);
        var group = name?.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return group is not null
            && model?.GetOperation(group, cancellationToken) is IMethodReferenceOperation reference
            && MethodGroups.GoesWhereAnyDelegateDoes(reference);
    }

    private static async Task<IReadOnlyList<TextChange>> ChangesAsync(Document document, TextSpan declaration, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is not null && root?.FindNode(declaration).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            ? MethodSplit.Changes(method, await document.GetTextAsync(cancellationToken).ConfigureAwait(false), model, "", cancellationToken)
            : [];
    }
}
