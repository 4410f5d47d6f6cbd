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
/// ASL2006, ASL2004, ASL3005: lets the method record itself. Its code moves to a private method of its name followed by Core; what is left
/// is a partial declaration with documentation and attributes, in a type that is partial.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
[Shared]
public sealed class MakePartialFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.FrameworkFindsTheMethod.Id, Descriptors.MethodIsNotRecorded.Id, Descriptors.RoutesCollide.Id];

    private protected override string Title => "Make the method partial, so that it records itself";

    private protected override IReadOnlyList<TextChange> Changes(
        SyntaxNode node, SourceText text, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
            && IsCured(symbol, diagnostic, model.Compilation)
            && CanBeSplit(method, symbol)
                ? [.. Layout.PartialTypes(method), .. Split(method, text)]
                : [];

    private static bool IsCured(IMethodSymbol method, Diagnostic diagnostic, Compilation compilation)
        => Annotations.OwnOf(method) is not null
            && (diagnostic.Id != Descriptors.MethodIsNotRecorded.Id || MethodSupport.Check(method, compilation) == MethodRefusal.PrivateInInterface);

    private static bool CanBeSplit(MethodDeclarationSyntax method, IMethodSymbol symbol)
        => (method.Body ?? (SyntaxNode?)method.ExpressionBody) is not null
            && method.ExplicitInterfaceSpecifier is null
            && !symbol.IsExtern
            && symbol.PartialDefinitionPart is null
            && symbol.PartialImplementationPart is null
            && !symbol.ContainingType.IsFileLocal
            && symbol.ContainingType.GetMembers(symbol.Name + CalleeOwned.Suffix).IsEmpty;

    private static IEnumerable<TextChange> Split(MethodDeclarationSyntax method, SourceText text)
    {
        if (method.Modifiers.FirstOrDefault(static m => m.IsKind(SyntaxKind.AsyncKeyword)) is { RawKind: not 0 } asynchronous)
        {
            yield return Layout.Removal(asynchronous);
        }

        if (Missing(method) is { Length: > 0 } modifiers)
        {
            yield return new TextChange(new TextSpan(method.Modifiers.Count > 0 ? method.Modifiers[0].SpanStart : method.ReturnType.SpanStart, 0), modifiers);
        }

        yield return new TextChange(new TextSpan(method.ReturnType.SpanStart, 0), "partial ");
        foreach (var list in method.ParameterList.Parameters.SelectMany(static p => p.AttributeLists).Where(CoreDeclaration.IsForTheBody))
        {
            yield return new TextChange(TextSpan.FromBounds(list.SpanStart, list.GetLastToken().FullSpan.End), "");
        }

        var (end, line) = (EndOfSignature(method), Layout.LineBreak(text));
        yield return new TextChange(
            new TextSpan(end, 0), ";" + line + line + Layout.Indentation(text, method.ReturnType.SpanStart) + CoreDeclaration.Of(method));
    }

    /// <summary>What a partial method must say, and another need not: how far it reaches; in an interface also that it is virtual.</summary>
    private static string Missing(MethodDeclarationSyntax method)
    {
        bool Has(SyntaxKind kind) => method.Modifiers.Any(kind);
        var says = Has(SyntaxKind.PublicKeyword) || Has(SyntaxKind.PrivateKeyword) || Has(SyntaxKind.ProtectedKeyword) || Has(SyntaxKind.InternalKeyword);
        var isInterface = method.Parent is InterfaceDeclarationSyntax;
        var isVirtual = isInterface && !Has(SyntaxKind.PrivateKeyword) && !Has(SyntaxKind.StaticKeyword) && !Has(SyntaxKind.SealedKeyword) && !Has(SyntaxKind.VirtualKeyword);
        return (says ? "" : isInterface ? "public " : "private ") + (isVirtual ? "virtual " : "");
    }

    private static int EndOfSignature(MethodDeclarationSyntax method)
        => method.ConstraintClauses.Count > 0 ? method.ConstraintClauses.Last().Span.End : method.ParameterList.Span.End;
}
