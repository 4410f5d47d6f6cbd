using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL3004: a method has two annotations, but a call leaves one record, of one kind.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoubleAnnotationAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.AnnotatedTwice];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (method.PartialDefinitionPart is not null)
                {
                    return;
                }

                var all = Annotations.AllOf(method).ToList();
                foreach (var further in all.Skip(1))
                {
                    scope.Report(
                        symbol.ReportDiagnostic,
                        Descriptors.AnnotatedTwice,
                        further.Attribute.ApplicationSyntaxReference!.GetSyntax(symbol.CancellationToken).GetLocation(),
                        symbol.CancellationToken,
                        method,
                        Name(all[0]),
                        Name(further));
                }
            },
            SymbolKind.Method);

    private static string Name(Annotation annotation) => annotation.Attribute.AttributeClass!.Name.Replace("Attribute", "");
}
