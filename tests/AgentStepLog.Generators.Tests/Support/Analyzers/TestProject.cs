using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Tests.Support.Analyzers;

/// <summary>A project as the rules meet it in a build: sources, settings, our generator run over them, analyzers last.</summary>
internal sealed class TestProject
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using AgentStepLog;
        """;

    public Dictionary<string, string> Files { get; } = [];

    /// <summary>MSBuild properties that the compiler sees, and entries of a global config.</summary>
    public Dictionary<string, string> Properties { get; } = [];

    /// <summary>Severities as an .editorconfig sets them, by rule.</summary>
    public Dictionary<string, ReportDiagnostic> Severities { get; } = [];

    /// <summary>Severities as the command line sets them: <c>WarningsAsErrors</c>, <c>NoWarn</c>.</summary>
    public Dictionary<string, ReportDiagnostic> Specific { get; } = [];

    public List<MetadataReference> References { get; } = [.. TestReferences.All];

    /// <summary>Generators of others, which run beside ours and do not see its output, nor it theirs.</summary>
    public List<IIncrementalGenerator> OtherGenerators { get; } = [];

    public DocumentationMode Documentation { get; set; } = DocumentationMode.None;

    /// <summary>False: implementation output is left out, as an editor may.</summary>
    public bool IsBuild { get; set; } = true;

    public bool RunsOurGenerator { get; set; } = true;

    public string AssemblyName { get; set; } = "Sample";

    public CSharpParseOptions ParseOptions => new CSharpParseOptions(LanguageVersion.Latest, Documentation)
        .WithFeatures([new("InterceptorsNamespaces", "AgentStepLog.Generated")]);

    public CSharpCompilation Sources()
    {
        var trees = Files.Prepend(new("Usings.cs", Usings)).Select(f => CSharpSyntaxTree.ParseText(
            Microsoft.CodeAnalysis.Text.SourceText.From(f.Value, System.Text.Encoding.UTF8), ParseOptions, "/src/" + f.Key));
        return CSharpCompilation.Create(
            AssemblyName,
            trees,
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)
                .WithSpecificDiagnosticOptions(Specific)
                .WithSyntaxTreeOptionsProvider(new TestSeverities(Severities)));
    }

    /// <summary>The finished compilation: sources and everything that generators wrote.</summary>
    public CSharpCompilation Build() => Finish(Sources(), Driver()).Finished;

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        OtherGenerators.Concat(RunsOurGenerator ? [new StepLogGenerator()] : []).Select(static g => g.AsSourceGenerator()),
        parseOptions: ParseOptions,
        optionsProvider: new TestOptions(Properties),
        driverOptions: new GeneratorDriverOptions(IsBuild ? IncrementalGeneratorOutputKind.None : IncrementalGeneratorOutputKind.Implementation));

    /// <summary>Runs the generators; with the driver that comes out an editor would go on after the next edit.</summary>
    public static (CSharpCompilation Finished, GeneratorDriver Driver) Finish(CSharpCompilation sources, GeneratorDriver driver)
    {
        var next = driver.RunGeneratorsAndUpdateCompilation(sources, out var output, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(diagnostics, static d => d.Severity >= DiagnosticSeverity.Warning);
        return ((CSharpCompilation)output, next);
    }

    public Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, params DiagnosticAnalyzer[] analyzers)
        => compilation
            .WithAnalyzers([.. analyzers], new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([], new TestOptions(Properties)),
                onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("An analyzer threw.", exception),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
