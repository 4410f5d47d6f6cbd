using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Emission.Tables;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL1016: an attribute on a tool's input that does not apply to it, contradicts it, or is not supported.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttributeAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.AttributeIsNotHeldTo];

    private protected override bool LooksAtGeneratedCode => false;

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        // Several tools may take one type. Its properties are reported once.
        var reported = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterSymbolAction(symbol => Check(symbol, scope, reported), SymbolKind.Method);
    }

    private static void Check(SymbolAnalysisContext context, RuleScope scope, ConcurrentDictionary<ISymbol, bool> reported)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null
            || scope.OwnAnnotation(method) is not { Kind: RecordedKind.Tool } annotation
            || scope.Model(annotation) is not { } tool
            || ToolTables.Refusal(tool) is not null)
        {
            return;
        }

        var members = new TakenMembers(tool.Shapes, scope.Compilation);
        foreach (var (symbol, parameter) in annotation.Method.Parameters.Zip(tool.Parameters, static (symbol, model) => (symbol, model)))
        {
            if (!parameter.IsToolInput)
            {
                continue;
            }

            var faults = AttributeFaults.Of(Inherited(annotation.Method, symbol), parameter.Value, parameter.Constraints, parameter.DefaultJson, tool.Shapes);
            Report(context, scope, symbol, $"Parameter '{symbol.Name}' of tool '{Display.Of(method)}'", faults);
            foreach (var member in members.Under(symbol.Type, parameter.Value))
            {
                if (member.Symbol.Locations[0].IsInSource && reported.TryAdd(member.Symbol, true))
                {
                    Report(context, scope, member.Symbol, $"'{Display.Of(member.Symbol)}', which a tool takes", Faults(member, tool.Shapes));
                }
            }
        }
    }

    // The constraints of a base or an interface apply to the implementation. Of several attributes with one name the nearest counts, as in the generator.
    private static IEnumerable<AttributeData> Inherited(IMethodSymbol method, IParameterSymbol parameter) => BaseMembers.Of(method)
        .Select(m => m.Parameters[parameter.Ordinal])
        .Prepend(parameter)
        .SelectMany(static p => p.GetAttributes())
        .GroupBy(static a => a.AttributeClass, SymbolEqualityComparer.Default)
        .Select(static g => g.First());

    private static IEnumerable<AttributeFault> Faults(TakenMember member, ShapeSet shapes)
    {
        var given = member.Object.Constructor.FirstOrDefault(p => p.Member == member.Model.JsonName);

        // [property: Range(1, 10)] is on the property; [Range(1, 10)] is on the record's parameter that makes it.
        var attributes = (member.Symbol is IPropertySymbol property ? BaseMembers.Of(property).Prepend(member.Symbol) : [member.Symbol]).SelectMany(static s => s.GetAttributes()).Concat(given is null
            ? []
            : member.Owner.InstanceConstructors
                .SelectMany(static c => c.Parameters)
                .Where(p => string.Equals(p.Name, member.Symbol.Name, System.StringComparison.OrdinalIgnoreCase))
                .SelectMany(static p => p.GetAttributes()));
        return JsonAttributeFaults.Of(member)
            .Concat(member.IsAsked ? AttributeFaults.Of(attributes, member.Model.Value, member.Model.Constraints, given?.DefaultJson, shapes) : []);
    }

    private static void Report(SymbolAnalysisContext context, RuleScope scope, ISymbol symbol, string what, IEnumerable<AttributeFault> faults)
    {
        foreach (var fault in faults)
        {
            var place = fault.Attribute?.ApplicationSyntaxReference is { } written ? Location.Create(written.SyntaxTree, written.Span) : symbol.Locations[0];
            scope.Report(context.ReportDiagnostic, Descriptors.AttributeIsNotHeldTo, place, context.CancellationToken, what, fault.Text);
        }
    }
}
