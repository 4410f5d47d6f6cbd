using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Benchmarks;

/// <summary>
/// What generators cost while somebody types, measured turn by turn in one process: the bare floor, the SDK's
/// System.Text.Json generator, and ours. Parsing the edited file is not counted, binding what a generator asks for is.
/// </summary>
internal static class KeystrokeRunner
{
    private const int Rounds = 15;

    private static readonly (string Title, string File, string Old)[] s_edits =
    [
        ("unrelated body", Corpus.Unrelated, Corpus.Body),
        ("body of a file with calls", Corpus.WithCalls, Corpus.Body),
        ("unrelated declaration", Corpus.Unrelated, Corpus.Declaration),
    ];

    public static void Run(int files, TextWriter to)
    {
        var generators = new (string Name, Func<ISourceGenerator> Make)[]
        {
            ("bare ForAttributeWithMetadataName, no call sites", static () => new FloorGenerator().AsSourceGenerator()),
            ("System.Text.Json", SdkParts.JsonGenerator),
            ("AgentStepLog", static () => new StepLogGenerator().AsSourceGenerator()),
        };
        var times = generators.ToDictionary(static g => g.Name, static _ => new List<double>[s_edits.Length + 1]);
        foreach (var lists in times.Values)
        {
            for (var i = 0; i < lists.Length; i++)
            {
                lists[i] = [];
            }
        }

        for (var round = -5; round < Rounds; round++)
        {
            foreach (var (name, make) in generators)
            {
                Turn(files, make(), round, (edit, milliseconds) =>
                {
                    if (round >= 0)
                    {
                        times[name][edit].Add(milliseconds);
                    }
                });
            }
        }

        Print(files, generators.Select(static g => g.Name), times, to);
    }

    private static void Turn(int files, ISourceGenerator generator, int round, Action<int, double> measured)
    {
        var compilation = CorpusProject.Compile(files);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        measured(0, Time(() => driver = driver.RunGenerators(compilation)));
        if (driver.GetRunResult().GeneratedTrees.Length == 0)
        {
            throw new InvalidOperationException($"{generator.GetType()} generated nothing: there is nothing to measure.");
        }

        for (var edit = 0; edit < s_edits.Length; edit++)
        {
            var (_, file, old) = s_edits[edit];
            var edited = CorpusProject.Edit(compilation, file, old, old.Replace("0;", string.Create(CultureInfo.InvariantCulture, $"{round + 10};"), StringComparison.Ordinal));
            measured(edit + 1, Time(() => driver = driver.RunGenerators(edited)));
            compilation = edited;
        }
    }

    private static double Time(Action action)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(int files, IEnumerable<string> names, Dictionary<string, List<double>[]> times, TextWriter to)
    {
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n### {files:N0} files, {files / 10:N0} annotated methods, {files:N0} calls of them, {files * 50:N0} other calls\n"));
        to.WriteLine("| ms, median (ratio) | cold | " + string.Join(" | ", s_edits.Select(static e => e.Title)) + " |");
        to.WriteLine("|---|---|" + string.Concat(s_edits.Select(static _ => "---|")));
        var floor = times[names.First()].Select(Median).ToArray();
        foreach (var name in names)
        {
            var cells = times[name].Select(Median).Select((ms, i) => string.Create(CultureInfo.InvariantCulture, $"{ms:N2} ({ms / floor[i]:N2})"));
            to.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
