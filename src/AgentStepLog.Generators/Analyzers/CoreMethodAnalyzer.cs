using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL3002: the generated body calls a method that does not exist.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoreMethodAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.CoreIsMissing];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (method.PartialDefinitionPart is null
                    && scope.OwnAnnotation(method) is not null
                    && CalleeOwned.Records(method, scope.Compilation)
                    && CalleeOwned.Core(method) is null
                    && method.DeclaringSyntaxReferences[0].GetSyntax(symbol.CancellationToken) is MethodDeclarationSyntax declaration)
                {
                    scope.Report(
                        symbol.ReportDiagnostic,
                        Descriptors.CoreIsMissing,
                        method.Locations[0],
                        symbol.CancellationToken,
                        method,
                        method.Name + CalleeOwned.Suffix,
                        Difference(method),
                        CoreDeclaration.Of(declaration, method));
                }
            },
            SymbolKind.Method);

    /// <summary>The flaw of the method with the name; of several overloads, the one with the same number of parameters.</summary>
    private static string Difference(IMethodSymbol method)
        => method.ContainingType.GetMembers(method.Name + CalleeOwned.Suffix)
            .OrderByDescending(core => (core as IMethodSymbol)?.Parameters.Length == method.Parameters.Length)
            .Select(core => core is IMethodSymbol other ? CoreDifference.Of(method, other) : "is no method")
            .FirstOrDefault() ?? "is missing";
}
