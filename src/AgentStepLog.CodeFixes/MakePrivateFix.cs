using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>ASL3006: makes the method with the code of a method that records itself private.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePrivateFix))]
[Shared]
public sealed class MakePrivateFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.CoreIsReachable.Id];

    private protected override string Title => "Make the Core method private";

    /// <summary>Changes the declaration only. A virtual method is left unchanged, since it may have overrides in other files.</summary>
    private protected override IReadOnlyList<TextChange> Changes(
        SyntaxNode node, SourceText text, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
        => node is MethodDeclarationSyntax method
            && !method.Modifiers.Any(static m => m.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.AbstractKeyword)
                ? [.. Edits(method)]
                : [];

    private static IEnumerable<TextChange> Edits(MethodDeclarationSyntax method)
    {
        var reach = method.Modifiers.Where(static m =>
            m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword).ToList();
        if (reach.Count == 0)
        {
            // In an interface, a member without a modifier is public.
            yield return new TextChange(new TextSpan(method.Modifiers.Count > 0 ? method.Modifiers[0].SpanStart : method.ReturnType.SpanStart, 0), "private ");
            yield break;
        }

        yield return new TextChange(reach[0].Span, "private");
        foreach (var further in reach.Skip(1))
        {
            yield return Layout.Removal(further);
        }
    }
}
