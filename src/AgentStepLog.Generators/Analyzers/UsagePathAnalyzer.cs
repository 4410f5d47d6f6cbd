using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL3007: an invalid path in <c>[LlmUsageFrom]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsagePathAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UsagePathLeadsNowhere];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(
            symbol => Check(symbol.Symbol, null, scope, symbol.ReportDiagnostic, symbol.CancellationToken),
            SymbolKind.Method, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (((AttributeListSyntax)node.Node).Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) == true)
                {
                    Check(scope.Compilation.Assembly, node.Node, scope, node.ReportDiagnostic, node.CancellationToken);
                }
            },
            SyntaxKind.AttributeList);
    }

    /// <param name="within">The node with the attributes; null for all attributes of the symbol.</param>
    private static void Check(ISymbol symbol, SyntaxNode? within, RuleScope scope, Action<Diagnostic> sink, CancellationToken cancellationToken)
    {
        var attributes = symbol.GetAttributes().Where(a => UsageMapping.Is(a)
            && (within is null || (a.ApplicationSyntaxReference is { } at && at.SyntaxTree == within.SyntaxTree && within.Span.Contains(at.Span))));
        foreach (var attribute in attributes)
        {
            foreach (var problem in Problems(symbol, attribute, scope.Compilation))
            {
                scope.Report(
                    sink,
                    Descriptors.UsagePathLeadsNowhere,
                    attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() ?? symbol.Locations[0],
                    cancellationToken,
                    problem);
            }
        }
    }

    private static IEnumerable<string> Problems(ISymbol symbol, AttributeData attribute, Compilation compilation)
    {
        if ((UsageMapping.TypeOf(attribute) is null) == (symbol is IAssemblySymbol))
        {
            return [symbol is IAssemblySymbol ? "on an assembly it must name a type: typeof(…)" : "a type is named on an assembly only; here it speaks of what it stands on"];
        }

        return Result(symbol, attribute) is { } result
            ? UsageMapping.Problems(attribute, result, compilation).Select(static p => $"\"{p.Path}\" {p.Problem}")
            : ["the method is no [LlmCall] that returns something"];
    }

    private static ITypeSymbol? Result(ISymbol symbol, AttributeData attribute) => symbol switch
    {
        IAssemblySymbol => UsageMapping.TypeOf(attribute),
        IMethodSymbol method => Annotations.OwnOf(method) is { Kind: RecordedKind.Llm } && ReturnShapes.Of(method, out var result) is not null && result is not null
            ? LazyShapes.Of(result, out var item) == LazyShape.None ? result : item ?? result
            : null,
        _ => (ITypeSymbol)symbol,
    };
}
