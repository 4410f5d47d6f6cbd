using System.Text;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Tests.Analyzers;

/// <summary>Code is broken most of the time that it is looked at. Nothing of ours may throw on it.</summary>
public sealed class HalfTypedCodeTests
{
    private const int Step = 7;
    private const int Hole = 83;
    private const string Marker = "namespace AgentStepLog.Generated { internal static class InterceptionMarker; }";

    private const string Rich = """
        using System.Linq.Expressions;
        using System.Text.Json.Serialization;

        namespace Surf.Trips
        {
            /// <summary>Where.</summary>
            /// <param name="City">The city.</param>
            public record Place(string City, [property: JsonPropertyName("land")] string? Country = "Morocco", Place? Near = null)
            {
                public required List<Dictionary<string, Wave[]>> Waves { get; init; }
                [JsonIgnore] public int Hidden { get; set; }
                [Sensitive("key")] public string? Key { get; set; }
            }

            [Flags] public enum Wave { Flat = 0, Small = 1, Big = 1 << 4, Huge = Big }

            public interface ITools { [AgentTool(Name = "find")] Task<Place?> FindAsync(string text, CancellationToken token = default); }

            public partial class Tools(StepLog log, Func<int> clock) : ITools, IDisposable
            {
                /// <summary>Finds a place.</summary>
                /// <param name="text">What to look for, like <c>Anchor Point</c>.</param>
                /// <returns>The place.</returns>
                [AgentTool]
                public async Task<Place?> FindAsync(string text, CancellationToken token = default)
                {
                    await Task.Yield();
                    return Nearest((1, "x"), Wave.Big, [new(text) { Waves = [] }], @class: null, 1.5m, DateTimeOffset.MinValue);
                }

                /** <summary>The nearest.</summary>
                 *  <param name="pair">Two.</param> */
                [AgentTool, Description("Nearest")]
                private Place? Nearest((int Number, string Name) pair, Wave wave, Place[] places, object? @class, decimal d, DateTimeOffset at)
                    => places.FirstOrDefault(p => p.City == pair.Name);

                [AgentTool] public static T Generic<T>(T value, out int count, ReadOnlySpan<char> span) where T : struct { count = 1; return value; }
                [AgentTool] public partial string Half(int a);
                [AgentTool] public virtual IAsyncEnumerable<int> Stream() => throw new NotSupportedException();
                [AgentTool] public void Dispose() => GC.KeepAlive(log);
                public Func<int> Clock => clock;
            }

            partial class Tools { public partial string Half(int a) => $"{a:X} {Nearest((a, "b"), default, [], 1, 2, default)?.City}"; }

            public abstract class Agent<TModel>(Tools tools, dynamic other) where TModel : ITools
            {
                [AgentRun(Name = "surf")] public virtual async ValueTask<string> RunAsync(string task, TModel model)
                {
                    Func<string, CancellationToken, Task<Place?>> group = tools.FindAsync;
                    Expression<Func<ITools, object>> tree = t => t.FindAsync("a", default);
                    var a = await tools.FindAsync(text: task)!;
                    var b = await model.FindAsync("b");
                    var c = other.FindAsync("c") ?? tools.Half(other);
                    var d = from x in new[] { 1, 2 } where tools?.Half(x) is { Length: > 1 } y select x;
                    [AgentTool] int Local(int z) => z > 0 ? Local(z - 1) : 0;
                    return typeof(Tools).GetMethod(nameof(Tools.Half))?.Name + Local(1) + a + b + c + d + group + tree;
                }

                [LlmCall(Model = "m", Provider = null)] protected abstract Task<(string Text, int InputTokens)> AskAsync(IList<string> messages);
            }

            file sealed class Small(Tools t) : Agent<ITools>(t, 1)
            {
                public override async ValueTask<string> RunAsync(string task, ITools model) => await base.RunAsync(task, model);
                protected override Task<(string, int)> AskAsync(IList<string> m) => Task.FromResult(("", 1));
            }

            [StepLog(typeof(Tools), typeof(Agent<>))] public partial class SurfLog;
            public class Outer { [StepLog] internal sealed partial class Inner : StepLog { } }
        }
        """;

    [Fact]
    public async Task The_whole_source_gives_every_rule_something_to_say()
    {
        var project = Project(Rich);
        var found = await project.AnalyzeAsync(project.Build(), CatalogueTests.All());

        // So that what follows walks through all of them.
        Assert.Superset(
            new HashSet<string> { "ASL1001", "ASL1002", "ASL2000", "ASL2001", "ASL2002", "ASL2004", "ASL2005", "ASL3001" },
            found.Select(static d => d.Id).ToHashSet());
    }

    [Fact]
    public async Task Code_cut_off_anywhere_throws_in_no_rule_and_not_in_the_generator()
        => await CheckAsync(Places(Step).Select(static i => Rich[..((i + 1) * Step)]));

    [Fact]
    public async Task Code_with_a_piece_missing_throws_in_no_rule_and_not_in_the_generator()
        => await CheckAsync(Enumerable.Range(0, Rich.Length / Hole).Select(static i => Rich.Remove(i * Hole, Step)));

    [Fact]
    public async Task Code_whose_tokens_are_lost_doubled_or_taken_from_elsewhere_throws_in_no_rule_and_not_in_the_generator()
    {
        var random = new Random(20261121);
        var tokens = CSharpSyntaxTree.ParseText(Rich, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantTokens().Select(static t => t.ToFullString()).ToArray();
        await CheckAsync(Enumerable.Range(0, Sweeps.Count(full: 120, brief: 48)).Select(_ => Shake(random, tokens)).ToList());
    }

    private static IEnumerable<int> Places(int step) => Enumerable.Range(0, Rich.Length / step).Where(static i => i % Sweeps.Step(4) == 0);

    private static string Shake(Random random, string[] tokens)
    {
        var shaken = tokens.ToList();
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(shaken.Count);
            switch (random.Next(4))
            {
                case 0:
                    shaken.RemoveAt(at);
                    break;
                case 1:
                    shaken.Insert(at, shaken[at]);
                    break;
                case 2:
                    shaken[at] = tokens[random.Next(tokens.Length)];
                    break;
                default:
                    shaken.Insert(at, tokens[random.Next(tokens.Length)]);
                    break;
            }
        }

        return string.Concat(shaken);
    }

    private static async Task CheckAsync(IEnumerable<string> variants)
    {
        var analyzers = CatalogueTests.All();
        var project = Project(Rich);
        var whole = project.Sources();
        var tree = whole.SyntaxTrees.Last();
        var driver = TestProject.Finish(whole, project.Driver()).Driver;
        var marker = CSharpSyntaxTree.ParseText(Marker, project.ParseOptions, cancellationToken: TestContext.Current.CancellationToken);
        var count = 0;
        await Parallel.ForEachAsync(variants.Index(), TestContext.Current.CancellationToken, async (variant, token) =>
        {
            var sources = whole.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(variant.Item, Encoding.UTF8)));

            // An exception in either fails: the helper allows no warning of the generator, and passes an analyzer's on.
            // What is generated is many times the source, so that most variants leave it out, and have the marker alone.
            var finished = TestProject.Finish(sources, driver).Finished;
            await project.AnalyzeAsync(variant.Index % 10 == 0 ? finished : sources.AddSyntaxTrees(marker), analyzers);
            Interlocked.Increment(ref count);
        });
        Assert.True(count > 40, $"Only {count} variants were tried.");
    }

    private static TestProject Project(string source)
    {
        var project = new TestProject();
        project.Files.Add("Source.cs", source);
        return project;
    }
}
