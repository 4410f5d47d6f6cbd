using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.CodeFixes;

/// <summary>
/// ASL3005: removes the annotation of the base member, which may be in another file. The body of the override records every call that
/// reaches it. Implementations of one member share the annotation that is removed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBaseAnnotationFix))]
[Shared]
public sealed class RemoveBaseAnnotationFix : SolutionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.RoutesCollide.Id];

    private protected override async Task<DocumentEdit?> EditAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // The places are those of the member itself and of its base member.
        if (diagnostic.AdditionalLocations.ElementAtOrDefault(1) is not { SourceTree: { } tree } at
            || document.Project.Solution.GetDocument(tree) is not { } declaring
            || await AttributeAsync(declaring, at, cancellationToken).ConfigureAwait(false) is not { } attribute)
        {
            return null;
        }

        var text = await declaring.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return new DocumentEdit("Remove the annotation of the member above", declaring, [Layout.Removal(text, attribute)]);
    }

    /// <summary>The annotation at the place; null where the base member records itself, so that the override must, too.</summary>
    private static async Task<AttributeSyntax?> AttributeAsync(Document document, Location at, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root?.FindNode(at.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
            && !CalleeOwned.IsDeclared(symbol)
            && Annotations.OwnOf(symbol)?.Attribute.ApplicationSyntaxReference is { } reference
                ? await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) as AttributeSyntax
                : null;
    }
}
