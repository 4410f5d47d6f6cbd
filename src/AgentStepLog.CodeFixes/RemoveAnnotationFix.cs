using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>ASL3004: removes the second attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAnnotationFix))]
[Shared]
public sealed class RemoveAnnotationFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.AnnotatedTwice.Id];

    private protected override string Title => "Remove this attribute";

    private protected override IReadOnlyList<TextChange> Changes(
        SyntaxNode node, SourceText text, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute ? [Layout.Removal(text, attribute)] : [];
}
