using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// ASL2008: another generator declares a method that records itself a second time, so that the project does not compile. The compiler
/// reports errors in that generator's file, and does not say what to do.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecondDeclarationAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DeclaredTwice];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (method.IsPartialDefinition
                    && Annotations.OwnOf(method) is not null
                    && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(m => IsAgain(m, method)) is { } second)
                {
                    scope.Report(
                        symbol.ReportDiagnostic,
                        Descriptors.DeclaredTwice,
                        method.Locations[0],
                        symbol.CancellationToken,
                        method,
                        Path.GetFileName(second.Locations[0].SourceTree!.FilePath),
                        FrameworkAttributes.IsOfMcp(method) ? McpGenerator.Remedy : "leave that generator out, or keep the method as it is and let it call an annotated one");
                }
            },
            SymbolKind.Method);

    /// <summary>Whether generated code declares the method a second time, without a body.</summary>
    private static bool IsAgain(IMethodSymbol other, IMethodSymbol method)
        => !SymbolEqualityComparer.Default.Equals(other, method)
            && other.IsPartialDefinition
            && Annotations.OwnOf(other) is null
            && other.Arity == method.Arity
            && other.Parameters.Length == method.Parameters.Length
            && other.Parameters.Zip(method.Parameters, static (a, b) => a.RefKind == b.RefKind && (a.Type is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(a.Type, b.Type))).All(static same => same)
            && other.Locations[0].SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) == true;
}
