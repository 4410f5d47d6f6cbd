using System.Collections.Immutable;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL1001: a tool has no description.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolDescriptionAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ToolHasNoDescription];

    private protected override bool LooksAtGeneratedCode => false;

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (method.PartialDefinitionPart is null
                    && scope.OwnAnnotation(method) is { Kind: RecordedKind.Tool }
                    && Docs.Of(method, symbol.CancellationToken) is null
                    && !Docs.IsPlaceholder(method, symbol.CancellationToken))
                {
                    scope.Report(
                        symbol.ReportDiagnostic,
                        Descriptors.ToolHasNoDescription,
                        method.Locations[0],
                        symbol.CancellationToken,
                        Display.Of(method));
                }
            },
            SymbolKind.Method);
}
