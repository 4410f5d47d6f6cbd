using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>
/// ASL2001 where the receiver takes any delegate, such as a factory of tools. A lambda would not have the method's descriptions, so the method
/// is changed to record itself. It may be in another file, or in another project of the solution. Several places that pass the same method share
/// the change of its declaration.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeHandedOverPartialFix))]
[Shared]
public sealed class MakeHandedOverPartialFix : SolutionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.MethodGroupIsHandedOver.Id];

    private protected override async Task<DocumentEdit?> EditAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations.Count == 0
            || diagnostic.AdditionalLocations[0] is not { SourceTree: { } tree } at
            || document.Project.Solution.GetDocument(tree) is not { } declaring
            || !await GoesWhereAnyDelegateDoesAsync(document, diagnostic.Location.SourceSpan, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var root = await declaring.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await declaring.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null
            || root?.FindNode(at.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol
            || McpGenerator.DeclaresAgain(symbol, declaring.Project.AnalyzerOptions))
        {
            return null;
        }

        var changes = MethodSplit.Changes(method, await declaring.GetTextAsync(cancellationToken).ConfigureAwait(false), model, "", cancellationToken);
        return changes.Count == 0 ? null : new DocumentEdit("Make the method partial, so that it records itself", declaring, changes);
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
}
