using System.Collections.Immutable;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL1002: a parameter, or a property of one, of which the model is told nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterDescriptionAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ParameterHasNoDescription];

    private protected override bool LooksAtGeneratedCode => false;

    internal static bool LacksDescription(IParameterSymbol parameter, CancellationToken cancellationToken)
        => Docs.Of(parameter, cancellationToken) is null;

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (method.PartialDefinitionPart is not null || Annotations.OwnOf(method) is not { Kind: RecordedKind.Tool })
                {
                    return;
                }

                foreach (var parameter in method.Parameters)
                {
                    if (parameter.Type.Name != "CancellationToken" && LacksDescription(parameter, symbol.CancellationToken))
                    {
                        scope.Report(
                            symbol.ReportDiagnostic,
                            Descriptors.ParameterHasNoDescription,
                            parameter.Locations[0],
                            symbol.CancellationToken,
                            $"Parameter '{parameter.Name}' of tool '{Display.Of(method)}'");
                    }
                }
            },
            SymbolKind.Method);
}
