using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// ASL1010: a name for which providers refuse the whole request. It does not apply to a method that only a framework offers to a model: that has the framework's name.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolNameFormAnalyzer : RuleAnalyzer
{
    private const int MaxLength = 64;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ToolNameIsRefused];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
        => context.RegisterSymbolAction(symbol => Check(symbol, scope), SymbolKind.Method);

    private static void Check(SymbolAnalysisContext context, RuleScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is null
            && scope.OwnAnnotation(method) is { Kind: RecordedKind.Tool } annotation
            && !FrameworkAttributes.OfferAsTool(method)
            && StepNames.Of(annotation) is var name
            && Fault(name) is { } fault)
        {
            scope.Report(
                context.ReportDiagnostic,
                Descriptors.ToolNameIsRefused,
                method.Locations[0],
                context.CancellationToken,
                name,
                Display.Of(method),
                fault);
        }
    }

    private static string? Fault(string name) => name.Length == 0 ? "is empty"
        : name.FirstOrDefault(static c => !IsTaken(c)) is var other and not '\0' ? $"holds '{other}'"
        : name.Any(static c => c == '\0') ? "holds a NUL"
        : name.Length > MaxLength ? $"has {GeneratedNames.Number(name.Length)} characters"
        : null;

    private static bool IsTaken(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';
}
