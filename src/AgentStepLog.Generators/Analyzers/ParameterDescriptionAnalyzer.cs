using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL1002: a parameter, or a property of one, has no description for the model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterDescriptionAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ParameterHasNoDescription];

    private protected override bool LooksAtGeneratedCode => false;

    /// <summary>Whether this is a parameter of a tool, or of a record that a tool takes, that the rule reports.</summary>
    internal static bool Lacks(IParameterSymbol parameter, Compilation compilation, CancellationToken cancellationToken)
    {
        if (Docs.IsPlaceholder(parameter, cancellationToken))
        {
            return false;
        }

        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: not MethodKind.Constructor } method)
        {
            return parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
                && Docs.Of(property, parameter, cancellationToken) is null;
        }

        return Annotations.OwnOf(method) is { Kind: RecordedKind.Tool } annotation
            && MethodParser.Parse(annotation, compilation) is { } tool
            && tool.Parameters.Any(p => p.Name == parameter.Name && Undescribed.IsAsked(p, tool) && p.Description is null);
    }

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        // A property is reported once, however many tools take its type.
        var reported = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterSymbolAction(symbol => Check(symbol, scope, reported), SymbolKind.Method);
    }

    private static void Check(SymbolAnalysisContext context, RuleScope scope, ConcurrentDictionary<ISymbol, bool> reported)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || scope.OwnAnnotation(method) is not { Kind: RecordedKind.Tool } annotation)
        {
            return;
        }

        foreach (var (symbol, what, isPlaceholder) in Undescribed.In(annotation, scope, context.CancellationToken))
        {
            if (!isPlaceholder && reported.TryAdd(symbol, true))
            {
                scope.Report(context.ReportDiagnostic, Descriptors.ParameterHasNoDescription, symbol.Locations[0], context.CancellationToken, what);
            }
        }
    }
}
