using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>
/// ASL2006, ASL2004, ASL3005: makes the method record itself. Its code moves to a private method with its name followed by Core. The method
/// becomes a partial declaration with the documentation and attributes, in a partial type.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
[Shared]
public sealed class MakePartialFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.FrameworkFindsTheMethod.Id, Descriptors.MethodIsNotRecorded.Id, Descriptors.RoutesCollide.Id];

    private protected override string Title => "Make the method partial, so that it records itself";

    private protected override bool IsOffered(SyntaxNode node, SemanticModel model, Project project, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
            && !McpGenerator.DeclaresAgain(symbol, project.AnalyzerOptions);

    private protected override IReadOnlyList<TextChange> Changes(
        SyntaxNode node, SourceText text, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
            && Annotation(symbol, diagnostic, model, method.SpanStart, cancellationToken) is { } annotation
                ? MethodSplit.Changes(method, text, model, annotation, cancellationToken)
                : [];

    /// <summary>The annotation that the method needs, empty where it has one already; null where the fix would not solve the problem.</summary>
    private static string? Annotation(IMethodSymbol method, Diagnostic diagnostic, SemanticModel model, int at, CancellationToken cancellationToken)
    {
        if (Annotations.OwnOf(method) is not null)
        {
            return diagnostic.Id != Descriptors.MethodIsNotRecorded.Id || MethodSupport.Check(method, model.Compilation) == MethodRefusal.PrivateInInterface
                ? ""
                : null;
        }

        // An override gets the annotation of the member that records itself.
        return diagnostic.Id == Descriptors.RoutesCollide.Id
            && BaseMembers.Of(method).Select(Annotations.OwnOf).FirstOrDefault(a => a is not null && CalleeOwned.Records(a.Method, model.Compilation)) is { } above
                ? AttributeText.Copy(above.Attribute, model, at, cancellationToken)
                : null;
    }
}
