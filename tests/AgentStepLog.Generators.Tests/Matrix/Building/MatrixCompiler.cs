using System.Collections.Immutable;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Tests.Matrix.Building;

/// <summary>Compiles the matrix's files, with the generator or without.</summary>
internal static class MatrixCompiler
{
    private static readonly CSharpParseOptions s_options = Source.ParseOptions(LanguageVersion.Preview);

    private static readonly MetadataReference[] s_references =
        [.. Source.References, MetadataReference.CreateFromFile(typeof(MatrixCompiler).Assembly.Location)];

    public static CSharpCompilation Compile(string name, IEnumerable<(string Path, string Text)> files, OutputKind kind, params MetadataReference[] more) =>
        CSharpCompilation.Create(
            name,
            files.Select(f => CSharpSyntaxTree.ParseText(
                SourceText.From(f.Text, System.Text.Encoding.UTF8, SourceHashAlgorithm.Sha256), s_options, Source.ProjectDirectory + f.Path)),
            [.. s_references, .. more],
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, concurrentBuild: true));

    /// <summary>The compilation with the generated files, which have no warning.</summary>
    public static CSharpCompilation Generate(CSharpCompilation sources)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new StepLogGenerator().AsSourceGenerator()], parseOptions: s_options, optionsProvider: new BuildProperties(("ProjectDir", Source.ProjectDirectory)));
        var ran = driver.RunGeneratorsAndUpdateCompilation(sources, out var output, out _, TestContext.Current.CancellationToken);
        Assert.Null(ran.GetRunResult().Results.Single().Exception);
        return (CSharpCompilation)output;
    }

    public static byte[] Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error || (d.Severity == DiagnosticSeverity.Warning && IsGenerated(d))).ToList();
        Assert.True(errors.Count == 0, $"{errors.Count} errors:\n"
            + string.Join("\n", errors.GroupBy(static d => d.Id).SelectMany(static g => g.OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).Take(6)).Select(Describe)));
        return stream.ToArray();
    }

    /// <summary>What our rules say, by file and line.</summary>
    public static async Task<ILookup<string, (int Line, string Rule)>> Analyze(CSharpCompilation compilation)
    {
        var analyzers = typeof(StepLogGenerator).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)
            .Where(static a => a.SupportedDiagnostics.Any(static d => IsAboutRecording(d.Id)))
            .ToImmutableArray();
        var found = await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return found
            .Where(static d => IsAboutRecording(d.Id))
            .ToLookup(
                static d => Path.GetFileName(d.Location.SourceTree!.FilePath),
                static d => (d.Location.GetLineSpan().StartLinePosition.Line, d.Id));
    }

    private static bool IsAboutRecording(string id) => id is ['A', 'S', 'L', '2' or '3', ..] or ['A', 'D', ..] or "ASL1012";

    private static bool IsGenerated(Diagnostic d) =>
        d.Location.SourceTree is { } tree && !tree.FilePath.StartsWith(Source.ProjectDirectory, StringComparison.Ordinal);

    private static string Describe(Diagnostic d)
    {
        var line = d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line].ToString();
        return $"{d}\n    {line}";
    }
}
