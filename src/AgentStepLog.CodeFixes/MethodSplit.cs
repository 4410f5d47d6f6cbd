using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>Splits a method into a partial declaration, whose body will be generated, and a private method with its code.</summary>
internal static class MethodSplit
{
    /// <summary>The edits, including those that make types partial; none where the method cannot be split.</summary>
    /// <param name="annotation">A further attribute for the declaration, as C# writes it; empty for none.</param>
    public static IReadOnlyList<TextChange> Changes(
        MethodDeclarationSyntax method, SourceText text, SemanticModel model, string annotation, CancellationToken cancellationToken)
        => model.GetDeclaredSymbol(method, cancellationToken) is { } symbol && CanBeSplit(method, symbol)
            ? [.. Layout.PartialTypes(method), .. Annotated(method, text, annotation), .. Split(method, symbol, text, model)]
            : [];

    private static IEnumerable<TextChange> Annotated(MethodDeclarationSyntax method, SourceText text, string annotation)
    {
        if (annotation.Length > 0)
        {
            var line = text.Lines.GetLineFromPosition(method.SpanStart);
            var isFirst = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, method.SpanStart)));
            yield return new TextChange(
                new TextSpan(method.SpanStart, 0), annotation + (isFirst ? Layout.LineBreak(text) + Layout.Indentation(text, method.SpanStart) : " "));
        }
    }

    private static bool CanBeSplit(MethodDeclarationSyntax method, IMethodSymbol symbol)
        => (method.Body ?? (SyntaxNode?)method.ExpressionBody) is not null
            && method.ExplicitInterfaceSpecifier is null
            && !symbol.IsExtern
            && symbol.PartialDefinitionPart is null
            && symbol.PartialImplementationPart is null
            && !symbol.ContainingType.IsFileLocal
            && symbol.ContainingType.GetMembers(symbol.Name + CalleeOwned.Suffix).IsEmpty;

    private static IEnumerable<TextChange> Split(MethodDeclarationSyntax method, IMethodSymbol symbol, SourceText text, SemanticModel model)
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
            new TextSpan(end, 0), ";" + line + line + Layout.Indentation(text, method.ReturnType.SpanStart) + CoreDeclaration.Of(method, symbol, model));
    }

    /// <summary>The modifiers that only a partial method must write: its accessibility, and in an interface also that it is virtual.</summary>
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
