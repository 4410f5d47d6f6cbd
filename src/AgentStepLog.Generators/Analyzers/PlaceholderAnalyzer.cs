using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL1003: a description is a placeholder.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlaceholderAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DescriptionIsPlaceholder];

    private protected override bool LooksAtGeneratedCode => false;

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var reported = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (method.PartialDefinitionPart is not null || scope.OwnAnnotation(method) is not { Kind: RecordedKind.Tool } annotation)
                {
                    return;
                }

                if (Docs.Of(method, symbol.CancellationToken) is null && Docs.IsPlaceholder(method, symbol.CancellationToken))
                {
                    Report(symbol, scope, method, $"Tool '{Display.Of(method)}'");
                }

                foreach (var (of, what, isPlaceholder) in Undescribed.In(annotation, scope, symbol.CancellationToken))
                {
                    if (isPlaceholder && reported.TryAdd(of, true))
                    {
                        Report(symbol, scope, of, what);
                    }
                }
            },
            SymbolKind.Method);
    }

    private static void Report(SymbolAnalysisContext context, RuleScope scope, ISymbol at, string what)
        => scope.Report(context.ReportDiagnostic, Descriptors.DescriptionIsPlaceholder, at.Locations[0], context.CancellationToken, what);
}
