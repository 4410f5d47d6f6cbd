using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>The base of all rules: they run concurrently, and only in compilations that reference AgentStepLog.</summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    /// <summary>
    /// Whether the rule looks at generated code. Rules about recording do, since a call in another generator's code must be
    /// recorded, too. Rules about texts that a user has to write do not.
    /// </summary>
    private protected virtual bool LooksAtGeneratedCode => true;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(LooksAtGeneratedCode
            ? GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
            : GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuleScope.Of(start.Compilation, start.Options) is { } scope)
            {
                Start(start, scope);
            }
        });
    }

    /// <summary>Starts the rule for the coverage report, with a scope that collects its findings.</summary>
    internal void Gather(CompilationStartAnalysisContext context, RuleScope scope) => Start(context, scope);

    private protected abstract void Start(CompilationStartAnalysisContext context, RuleScope scope);
}
