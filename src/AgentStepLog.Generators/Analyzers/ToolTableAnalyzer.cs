using System.Collections.Immutable;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Emission.Tables;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// ASL1012: a tool that leaves records and that no model can call. One that a framework gives to a model is in that framework's table, and may take
/// what only the framework can pass.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolTableAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ToolCannotStandInTable];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (method.PartialDefinitionPart is null
                    && scope.OwnAnnotation(method) is { Kind: RecordedKind.Tool } annotation
                    && !FrameworkAttributes.OfferAsTool(method)
                    && scope.Model(annotation) is { } tool
                    && ToolTables.Refusal(tool) is { } refusal)
                {
                    scope.Report(
                        symbol.ReportDiagnostic,
                        Descriptors.ToolCannotStandInTable,
                        method.Locations[0],
                        symbol.CancellationToken,
                        Display.Of(method),
                        refusal);
                }
            },
            SymbolKind.Method);
}
