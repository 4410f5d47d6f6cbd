using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>
/// ASL2004, ASL2000, ASL3001: makes a type partial where generated code needs that, and its containers. For a finding at a call, it is
/// the calling type (<c>base.</c>), or the type of the method, which must be in the same file.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeTypePartialFix))]
[Shared]
public sealed class MakeTypePartialFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.MethodIsNotRecorded.Id, Descriptors.CallIsNotRecorded.Id, Descriptors.StepLogCannotBeCompleted.Id];

    private protected override string Title => "Make the type partial";

    private protected override IReadOnlyList<TextChange> Changes(
        SyntaxNode node, SourceText text, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
        => KeptOut(node, model, diagnostic, cancellationToken) is { } place ? Layout.PartialTypes(place) : [];

    /// <summary>A node of the type that must become partial; null where that would not help.</summary>
    private static SyntaxNode? KeptOut(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.Id == Descriptors.StepLogCannotBeCompleted.Id)
        {
            return node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
                && model.GetDeclaredSymbol(type, cancellationToken) is INamedTypeSymbol log
                && StepLogClasses.LacksPartialAlone(log, cancellationToken)
                    ? type
                    : null;
        }

        if (diagnostic.Id == Descriptors.MethodIsNotRecorded.Id)
        {
            return node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
                && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
                && IsCured(MethodSupport.Check(symbol, model.Compilation))
                    ? method
                    : null;
        }

        var call = node.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        return call is null ? null : CallSites.Decide(call, model, hasEqualFile: false, cancellationToken) switch
        {
            { Refusal: CallRefusal.BaseCall } => call,
            { Refusal: CallRefusal.Method } decision when IsCured(decision.Method) => Declaration(decision.Annotation.Method, call.SyntaxTree, cancellationToken),
            _ => null,
        };
    }

    private static SyntaxNode? Declaration(IMethodSymbol method, SyntaxTree tree, CancellationToken cancellationToken)
        => method.DeclaringSyntaxReferences.FirstOrDefault(r => r.SyntaxTree == tree)?.GetSyntax(cancellationToken);

    private static bool IsCured(MethodRefusal refusal)
        => refusal is MethodRefusal.PrivateInStaticType or MethodRefusal.NoUnsafeAccessor or MethodRefusal.NoGenericUnsafeAccessor or MethodRefusal.ContainerNotPartial;
}
