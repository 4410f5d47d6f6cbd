using System;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>One compilation as the rules see it: its settings, and how a finding is reported under them.</summary>
internal sealed class RuleScope
{
    private readonly bool _silent;
    private readonly bool _strict;

    private RuleScope(Compilation compilation, AnalyzerConfigOptions options)
    {
        Compilation = compilation;
        _silent = Is(options, "AgentStepLogAnalysis", "none");
        _strict = Is(options, "AgentStepLogStrict", "true");
    }

    public Compilation Compilation { get; }

    /// <summary>Null when the compilation does not know AgentStepLog: nothing can be annotated there.</summary>
    public static RuleScope? Of(CompilationStartAnalysisContext context)
        => context.Compilation.GetTypeByMetadataName("AgentStepLog.AgentToolAttribute") is null
            ? null
            : new RuleScope(context.Compilation, context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);

    public void Report(
        Action<Diagnostic> sink, DiagnosticDescriptor rule, Location location, CancellationToken cancellationToken, params object[] arguments)
    {
        // A strict project has asked that no hole passes: silencing the family does not take that back.
        var demanded = _strict && rule.Id == Descriptors.CallIsNotRecorded.Id;
        if (_silent && !demanded && !IsSetByName(rule.Id, location.SourceTree, cancellationToken))
        {
            return;
        }

        sink(Diagnostic.Create(
            rule,
            location,
            demanded ? DiagnosticSeverity.Error : rule.DefaultSeverity,
            additionalLocations: null,
            properties: null,
            arguments));
    }

    /// <summary>Whether an .editorconfig, a global config or the project names this very rule: that outranks the family's switch.</summary>
    private bool IsSetByName(string id, SyntaxTree? tree, CancellationToken cancellationToken)
    {
        if (Compilation.Options.SpecificDiagnosticOptions.ContainsKey(id))
        {
            return true;
        }

        return Compilation.Options.SyntaxTreeOptionsProvider is { } provider
            && (provider.TryGetGlobalDiagnosticValue(id, cancellationToken, out _)
                || (tree is not null && provider.TryGetDiagnosticValue(tree, id, cancellationToken, out _)));
    }

    private static bool Is(AnalyzerConfigOptions options, string property, string value)
        => options.TryGetValue("build_property." + property, out var text)
            && string.Equals(text.Trim(), value, StringComparison.OrdinalIgnoreCase);
}
