using System.Collections.Immutable;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL3003: an LLM call whose steps will have no tokens.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ResultCarriesNoUsage];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (method.PartialDefinitionPart is null
                    && scope.OwnAnnotation(method) is { Kind: RecordedKind.Llm } annotation
                    && scope.Model(annotation) is { Usage: null or { HasTokens: false } } call)
                {
                    scope.Report(
                        symbol.ReportDiagnostic,
                        Descriptors.ResultCarriesNoUsage,
                        method.Locations[0],
                        symbol.CancellationToken,
                        method,
                        call.Result is { } result ? $"its result of type {(result.Element is { } item && call.Lazy != LazyShape.None ? item : result).DisplayType} says nothing of tokens" : "it returns nothing");
                }
            },
            SymbolKind.Method);
}
