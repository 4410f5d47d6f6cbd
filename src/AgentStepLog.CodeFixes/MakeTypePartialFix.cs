using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>ASL2004: where generated code cannot reach the method because its type, or one around it, is not partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeTypePartialFix))]
[Shared]
public sealed class MakeTypePartialFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.MethodIsNotRecorded.Id];

    private protected override string Title => "Make the type partial";

    private protected override IReadOnlyList<TextChange> Changes(
        SyntaxNode node, SourceText text, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
            && MethodSupport.Check(symbol, model.Compilation) is MethodRefusal.PrivateInStaticType
                or MethodRefusal.NoUnsafeAccessor or MethodRefusal.NoGenericUnsafeAccessor or MethodRefusal.ContainerNotPartial
                ? Layout.PartialTypes(method)
                : [];
}
