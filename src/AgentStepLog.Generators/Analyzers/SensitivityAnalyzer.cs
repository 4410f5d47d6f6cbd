using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL4003: a value is marked as sensitive in a derived type only, and is recorded where the call, or the value, has a base type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SensitivityAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SensitiveOnlyBelow];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(symbol => Method(symbol, scope), SymbolKind.Method);
        context.RegisterSymbolAction(symbol => Property(symbol, scope), SymbolKind.Property);
    }

    private static void Method(SymbolAnalysisContext context, RuleScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null)
        {
            return;
        }

        var annotated = new Lazy<List<IMethodSymbol>>(() => BaseMembers.Of(method).Where(static m => Annotations.OwnOf(m) is not null).ToList());
        foreach (var parameter in method.Parameters)
        {
            if (IsSensitive(parameter.GetAttributes())
                && annotated.Value.FirstOrDefault(m => !IsSensitive(m.Parameters[parameter.Ordinal].GetAttributes())) is { } open)
            {
                Report(context, scope, parameter, $"Parameter '{parameter.Name}' of '{Display.Of(method)}'", open);
            }
        }

        if (IsSensitive(method.GetReturnTypeAttributes())
            && annotated.Value.FirstOrDefault(static m => !IsSensitive(m.GetReturnTypeAttributes())) is { } returned)
        {
            Report(context, scope, method, $"The result of '{Display.Of(method)}'", returned);
        }
    }

    private static void Property(SymbolAnalysisContext context, RuleScope scope)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (IsSensitive(property.GetAttributes())
            && BaseMembers.Of(property).FirstOrDefault(static p => !IsSensitive(p.GetAttributes())) is { } open)
        {
            Report(context, scope, property, $"'{Display.Of(property)}'", open);
        }
    }

    private static bool IsSensitive(IEnumerable<AttributeData> attributes) => Annotations.SensitiveKind(attributes) is not null;

    private static void Report(SymbolAnalysisContext context, RuleScope scope, ISymbol at, string what, ISymbol open)
        => scope.Report(
            context.ReportDiagnostic, Descriptors.SensitiveOnlyBelow, at.Locations[0], context.CancellationToken, what, Display.Of(open));
}
