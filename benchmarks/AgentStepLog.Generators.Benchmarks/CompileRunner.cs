using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Benchmarks;

/// <summary>
/// Where a build's time goes, in one warm process: processor time of a whole compilation of the corpus to bytes as the SDK
/// does it; with the text that we generate as plain files, which is the least that any way to write it costs; with the
/// generator; and with generator and analyzers. Turn by turn.
/// </summary>
internal static class CompileRunner
{
    private const int Files = 1_000;
    private const int Rounds = 5;

    private enum Way
    {
        Sdk,
        PlainText,
        Generator,
        GeneratorAndAnalyzers,
    }

    public static void Run(TextWriter to)
    {
        var ways = Enum.GetValues<Way>();
        var times = ways.Select(static _ => new List<double>()).ToArray();
        for (var round = -5; round < Rounds; round++)
        {
            foreach (var way in ways)
            {
                var compilation = CorpusProject.Compile(Files);
                if (way == Way.PlainText)
                {
                    compilation = compilation.AddSyntaxTrees(Generate(compilation, new StepLogGenerator().AsSourceGenerator()).SyntaxTrees.Skip(Files));
                }

                GC.Collect();
                var start = Process.GetCurrentProcess().TotalProcessorTime;
                Compile(compilation, way);
                if (round >= 0)
                {
                    times[(int)way].Add((Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);
                }
            }
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            ### One compilation of {Files:N0} files in a warm process

            | processor time | s, median | min – max | ratio |
            |---|---|---|---|
            """));
        var alone = Median(times[0]);
        foreach (var way in ways)
        {
            var all = times[(int)way];
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {Name(way)} | {Median(all):N2} | {all.Min():N2} – {all.Max():N2} | {Median(all) / alone:N2} |"));
        }
    }

    private static string Name(Way way) => way switch
    {
        Way.Sdk => "compiler, SDK analyzers, System.Text.Json generator",
        Way.PlainText => "the same, with the text that we generate as plain files",
        Way.Generator => "the same, with our generator",
        _ => "the same, with our generator and analyzers",
    };

    private static void Compile(Compilation compilation, Way way)
    {
        ISourceGenerator[] ours = way >= Way.Generator ? [new StepLogGenerator().AsSourceGenerator()] : [];
        compilation = Generate(compilation, [SdkParts.JsonGenerator(), .. ours]);
        var analyzers = SdkParts.Analyzers().AddRange(way == Way.GeneratorAndAnalyzers ? SdkParts.AnalyzersOf(typeof(StepLogGenerator).Assembly) : []);
        var with = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        Expect(with.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult());
        using var assembly = new MemoryStream();
        Expect(compilation.Emit(assembly).Diagnostics);
    }

    private static Compilation Generate(Compilation compilation, params ISourceGenerator[] generators)
    {
        CSharpGeneratorDriver.Create(generators, parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return generated;
    }

    private static void Expect(ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException($"The corpus does not compile: {error}");
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
