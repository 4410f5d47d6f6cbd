using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.ArchitectureTests;

/// <summary>The types and members that a piece of code uses, whether or not it has their names.</summary>
internal static class Uses
{
    public static IEnumerable<ISymbol> Of(SyntaxNode node, SemanticModel model)
    {
        var info = model.GetSymbolInfo(node);
        ISymbol?[] used =
        [
            info.Symbol ?? info.CandidateSymbols.FirstOrDefault(), // of a method's name in nameof, any of its overloads
            node is ExpressionSyntax expression ? model.GetConversion(expression).MethodSymbol : null,
            .. node is CommonForEachStatementSyntax loop ? OfLoop(model.GetForEachStatementInfo(loop)) : [],
        ];
        return used.OfType<ISymbol>();
    }

    private static IEnumerable<ISymbol?> OfLoop(ForEachStatementInfo loop) => [loop.GetEnumeratorMethod, loop.MoveNextMethod, loop.CurrentProperty];
}
