using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Emission.Tables;
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

    /// <summary>Whether it is a tool's parameter, or a record's, that the rule reports when a tool takes it.</summary>
    internal static bool Lacks(IParameterSymbol parameter, Compilation compilation, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: not MethodKind.Constructor } method)
        {
            return parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
                && Docs.Of(property, parameter, cancellationToken) is null;
        }

        return Annotations.OwnOf(method) is { Kind: RecordedKind.Tool } annotation
            && MethodParser.Parse(annotation, compilation) is { } tool
            && tool.Parameters.Any(p => p.Name == parameter.Name && IsAsked(p, tool) && p.Description is null);
    }

    // What only a framework or the caller can make needs no description: no model fills it.
    private static bool IsAsked(ParameterModel parameter, MethodModel tool)
        => parameter.IsToolInput && ToolTables.Refusal(parameter, new(tool.Shapes, recorded: false)) is null;

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        // A type serves many tools: its property is reported once, and the message names no tool.
        var reported = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterSymbolAction(symbol => Check(symbol, scope, reported), SymbolKind.Method);
    }

    private static void Check(SymbolAnalysisContext context, RuleScope scope, ConcurrentDictionary<ISymbol, bool> reported)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null
            || scope.OwnAnnotation(method) is not { Kind: RecordedKind.Tool } annotation
            || scope.Model(annotation) is not { } tool)
        {
            return;
        }

        var members = new TakenMembers(tool.Shapes, scope.Compilation);
        foreach (var (symbol, parameter) in annotation.Method.Parameters.Zip(tool.Parameters, static (symbol, model) => (symbol, model)))
        {
            if (!IsAsked(parameter, tool))
            {
                continue;
            }

            if (parameter.Description is null)
            {
                Report(context, scope, symbol, $"Parameter '{symbol.Name}' of tool '{Display.Of(method)}'");
            }

            foreach (var member in members.Under(symbol.Type, parameter.Value))
            {
                if (member is { IsAsked: true, Model.Description: null } && member.Symbol.Locations[0].IsInSource && reported.TryAdd(member.Symbol, true))
                {
                    Report(context, scope, member.Symbol, $"'{Display.Of(member.Symbol)}', which a tool takes,");
                }
            }
        }
    }

    private static void Report(SymbolAnalysisContext context, RuleScope scope, ISymbol at, string what)
        => scope.Report(
            context.ReportDiagnostic, Descriptors.ParameterHasNoDescription, at.Locations[0], context.CancellationToken, what);
}
