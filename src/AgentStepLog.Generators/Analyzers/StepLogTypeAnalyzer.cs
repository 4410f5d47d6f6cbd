using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL3001: a <c>[StepLog]</c> class that the generator cannot complete.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepLogTypeAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.StepLogCannotBeCompleted];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (type.GetAttributes().Any(static attribute => Annotations.Is(attribute, "StepLogAttribute"))
                    && StepLogClasses.Refusal(type, symbol.CancellationToken) is { } refusal)
                {
                    scope.Report(
                        symbol.ReportDiagnostic,
                        Descriptors.StepLogCannotBeCompleted,
                        type.Locations[0],
                        symbol.CancellationToken,
                        Display.Of(type),
                        refusal);
                }
            },
            SymbolKind.NamedType);
}
