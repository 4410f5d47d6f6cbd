using System.Collections.Immutable;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL2006: a framework finds the method by an attribute, and calls it where no interceptor is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FrameworkAttributeAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.FrameworkFindsTheMethod];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var replaces = McpGenerator.IsReplaced(context.Options);
        context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                if (method.PartialDefinitionPart is null
                    && scope.OwnAnnotation(method) is not null
                    && FrameworkAttributes.On(method) is { } attribute
                    && !CalleeOwned.IsDeclared(method)
                    && MethodSupport.Check(method, scope.Compilation) == MethodRefusal.None)
                {
                    scope.Report(
                        symbol.ReportDiagnostic,
                        Descriptors.FrameworkFindsTheMethod,
                        method.Locations[0],
                        symbol.CancellationToken,
                        method,
                        ShortName(attribute),
                        Remedy(method, FrameworkAttributes.IsOfMcp(attribute) && !replaces));
                }
            },
            SymbolKind.Method);
    }

    private static string Remedy(IMethodSymbol method, bool isDeclaredAgain)
        => (method.IsAbstract
            ? "move both attributes to what overrides or implements it, and make that partial, without a body"
            : $"make the method partial, without a body, and move its code to '{method.Name}{CalleeOwned.Suffix}'") + (isDeclaredAgain ? "; " + McpGenerator.Remedy : "");

    private static string ShortName(INamedTypeSymbol attribute)
        => attribute.Name.EndsWith("Attribute", System.StringComparison.Ordinal)
            ? attribute.Name.Substring(0, attribute.Name.Length - "Attribute".Length)
            : attribute.Name;
}
