using System.Collections.Immutable;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Emission.Tables;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// ASL1012: a tool that is recorded and that a model cannot call. It does not apply to a tool that a framework offers to a model: such a tool is in the framework's
/// table, and may take parameters that only the framework can fill.
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
