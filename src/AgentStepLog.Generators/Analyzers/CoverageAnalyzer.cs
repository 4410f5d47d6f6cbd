using System;
using System.Collections.Immutable;
using System.IO;
using AgentStepLog.Generators.Analyzers.Coverage;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// The coverage report. It runs the rules about holes a second time, collects their findings and the recorded calls, and
/// writes the report where the build asks for it. It uses these rules only, so that the report and the warnings agree.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoverageAnalyzer : DiagnosticAnalyzer
{
    private const string Property = "build_property.AgentStepLogCoverageFile";

    /// <summary>All rules about calls of annotated methods that can be missing from the log.</summary>
    internal static ImmutableArray<RuleAnalyzer> Rules { get; } =
    [
        new CallAnalyzer(),
        new MethodGroupAnalyzer(),
        new RunTimeReachAnalyzer(),
        new UnrecordedMethodAnalyzer(),
        new BaseMemberAnalyzer(),
        new FrameworkAttributeAnalyzer(),
        new CoreUseAnalyzer(),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.CoverageReportIsMissing];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        // Without the generator's implementation output, as in an editor, every call would look like a hole. Then no report is written.
        var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!options.TryGetValue(Property, out var path) || path.Length == 0 || !OurCode.IsComplete(context.Compilation))
        {
            return;
        }

        var findings = new CoverageFindings(context.Compilation, SettingsParser.Parse(options));
        var scope = RuleScope.For(context.Compilation, findings);
        foreach (var rule in Rules)
        {
            rule.Gather(context, scope);
        }

        context.RegisterCompilationEndAction(end =>
        {
            var report = findings.Report(end.CancellationToken);
            try
            {
                BuildFile.Write(path, CoverageJson.Write(report));
                BuildFile.Write(Path.ChangeExtension(path, ".md"), CoverageMarkdown.Write(report));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                end.ReportDiagnostic(Diagnostic.Create(Descriptors.CoverageReportIsMissing, Location.None, path, exception.Message));
            }
        });
    }
}
