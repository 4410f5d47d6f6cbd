using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Emission.Tables;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL1011: two tools of one table have one name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolNameAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ToolsShareAName];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(symbol => Check(symbol, scope), SymbolKind.NamedType);

    private static void Check(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var methods = new Dictionary<string, IMethodSymbol>(StringComparer.Ordinal);
        var own = Tools(type, scope, methods);
        if (own.Count == 0)
        {
            return;
        }

        var models = Bases(type).Where(scope.MayAnnotate).Select(t => Tools(t, scope, methods)).Prepend(own).ToArray();
        if (TableModel.Of(Grouping.ByType(models)).FirstOrDefault(t => t.Type.FullName == models[0][0].Type.FullName) is not { } table)
        {
            return;
        }

        var first = new Dictionary<string, MethodModel>(StringComparer.Ordinal);
        var ordered = table.Own.OrderBy(tool => methods[tool.Id].Locations[0].SourceSpan.Start);
        foreach (var tool in table.Inherited.Concat(ordered))
        {
            if (!first.TryGetValue(tool.StepName, out var other))
            {
                first.Add(tool.StepName, tool);
                continue;
            }

            // If both tools are inherited, the finding is at the type that combines them, since neither tool is wrong by itself.
            var method = methods[tool.Id];
            var place = SymbolEqualityComparer.Default.Equals(method.ContainingType, type) ? (ISymbol)method : type;
            scope.Report(
                context.ReportDiagnostic,
                Descriptors.ToolsShareAName,
                place.Locations[0],
                context.CancellationToken,
                methods[other.Id],
                method,
                tool.StepName,
                Display.Of(type));
        }
    }

    private static EquatableArray<MethodModel> Tools(
        INamedTypeSymbol type, RuleScope scope, Dictionary<string, IMethodSymbol> methods)
    {
        var tools = new List<MethodModel>();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (scope.OwnAnnotation(method) is { Kind: RecordedKind.Tool } annotation
                && scope.Model(annotation) is { } tool)
            {
                methods[tool.Id] = method;
                tools.Add(tool);
            }
        }

        return tools.ToEquatableArray();
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }

        foreach (var contract in type.AllInterfaces)
        {
            yield return contract;
        }
    }
}
