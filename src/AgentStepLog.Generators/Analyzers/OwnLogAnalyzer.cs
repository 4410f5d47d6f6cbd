using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL2007: a type holds a log, but its steps go to the active log.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnLogAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.OwnLogIsOutOfReach];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                var log = type.GetMembers()
                    .OfType<IMethodSymbol>()
                    .Where(method => scope.OwnAnnotation(method) is not null
                        && MethodSupport.Check(method, scope.Compilation) == MethodRefusal.None
                        && LogFinder.Of(method.ContainingType, method.IsStatic, scope.Compilation) is null)
                    .Select(LogFinder.OutOfReach)
                    .FirstOrDefault(static found => found is not null);
                if (log is not null)
                {
                    scope.Report(
                        symbol.ReportDiagnostic,
                        Descriptors.OwnLogIsOutOfReach,
                        type.Locations[0],
                        symbol.CancellationToken,
                        Display.Of(type),
                        log.Name);
                }
            },
            SymbolKind.NamedType);
}
