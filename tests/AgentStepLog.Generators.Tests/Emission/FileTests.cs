using AgentStepLog.Generators.Tests.Support;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>Calls in files that are not plain files of the project.</summary>
public sealed class FileTests
{
    private const string Tools = "public class Tools { [AgentTool] public int M(int x) => x; }\n";

    [Fact]
    public void Line_directive_names_the_file_that_a_reader_would_open()
    {
        var generated = Generated.From(Source.Compile(Source.Usings + Tools + """
            class U
            {
                int First(Tools t) => t.M(1);
            #line 40 "Pages/Home.razor"
                int Second(Tools t) => t.M(2);
            #line hidden
                int Third(Tools t) => t.M(3);
            #line default
                int Fourth(Tools t) => t.M(4);
            #line (7, 3) - (7, 30) 5 "/project/Pages/Tide.razor"
                int Fifth(Tools t) => t.M(5);
            }
            """)).Compiles();

        var interceptors = generated["Program.Interceptors.g.cs"];
        Assert.Contains("\"Program.cs\", 16, \"U.First\"", interceptors, StringComparison.Ordinal);
        Assert.Contains("\"Home.razor\", 40, \"U.Second\"", interceptors, StringComparison.Ordinal);
        Assert.Contains("\"U.Third\"", interceptors, StringComparison.Ordinal);
        Assert.Contains("\"Program.cs\", 22, \"U.Fourth\"", interceptors, StringComparison.Ordinal);
        Assert.Contains("\"Pages/Tide.razor\", 7, \"U.Fifth\"", interceptors, StringComparison.Ordinal);
        Assert.Equal(5, interceptors.Split("InterceptsLocation(1, ").Length - 1);
    }

    [Fact]
    public void Files_outside_the_project_and_files_of_one_name_have_files_of_their_own()
    {
        static string Use(string type) => Source.Usings + $"class {type} {{ int Use(Tools t) => t.M(1); }}";
        var generated = Generated.From(Source.Compile(
            ("Tools.cs", Source.Usings + Tools),
            ("A/Use.cs", Use("A")),
            ("B/Use.cs", Use("B")),
            ("../shared/Use.cs", Use("C")),
            ("../other/Use.cs", Use("D")),
            ("", Use("E")))).Compiles();

        var interceptors = generated.Sources.Where(s => s.HintName.EndsWith("Interceptors.g.cs", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, interceptors.Count);
        Assert.Equal(5, interceptors.Select(s => s.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(interceptors, s => Assert.DoesNotContain("..", s.SourceText.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_large_project_files_share_a_generated_file_whatever_their_order()
    {
        var users = Users(100);
        var generated = Generated.From(Source.Compile([("Tools.cs", Source.Usings + Tools), .. users])).Compiles();
        var shuffled = Generated.From(Source.Compile([.. users.Reverse(), ("Tools.cs", Source.Usings + Tools)])).Compiles();

        Assert.InRange(Interceptors(generated).Count, 16, 32);
        Assert.Equal(200, Interceptors(generated).Values.Sum(static text => text.Split("InterceptsLocation(1, ").Length - 1));
        Assert.Single(Interceptors(generated).Values, static text => text.Contains("\"U3.Use\"", StringComparison.Ordinal));
        Assert.Equal(Interceptors(generated), Interceptors(shuffled));
    }

    [Fact]
    public void In_a_large_project_a_file_that_begins_to_call_moves_the_interceptors_of_no_other()
    {
        var before = Interceptors(Generated.From(Source.Compile([("Tools.cs", Source.Usings + Tools), .. Users(100)])));
        var after = Interceptors(Generated.From(Source.Compile([("Tools.cs", Source.Usings + Tools), .. Users(100), ("A.cs", Source.Usings + "class A { int Use(Tools t) => t.M(7); }")])));

        var changed = Assert.Single(after, file => !before.TryGetValue(file.Key, out var text) || text != file.Value);
        Assert.Contains("\"A.Use\"", changed.Value, StringComparison.Ordinal);
        foreach (var line in before.GetValueOrDefault(changed.Key, "").Split('\n').Where(static l => l.Contains("internal static", StringComparison.Ordinal)))
        {
            Assert.Contains(line, changed.Value, StringComparison.Ordinal);
        }
    }

    private static (string Path, string Text)[] Users(int count) =>
        [.. Enumerable.Range(0, count).Select(i => ($"U{i:D2}.cs", Source.Usings + $"class U{i} {{ int Use(Tools t) => t.M({i}) + t.M(0); }}"))];

    private static Dictionary<string, string> Interceptors(Generated g) => g.Sources
        .Where(s => s.HintName.EndsWith("Interceptors.g.cs", StringComparison.Ordinal)).ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    [Fact]
    public void Code_in_our_own_namespace_and_in_one_called_System_is_recorded_like_any_other()
    {
        var generated = Generated.From(Source.Compile(
            ("Tools.cs", Source.Usings + Tools),
            ("Ours.cs", "namespace AgentStepLog.Generated { class U { int Use(Surf.Tools t) => t.M(1); } class StepScope { } class Interceptor { } }"),
            ("Theirs.cs", "namespace Surf.System { class U { int Use(Surf.Tools t) => t.M(1); } class Exception { } }"),
            ("Global.cs", "class U { int Use(Surf.Tools t) => t.M(1); }"))).Compiles();

        Assert.Equal(
            ["Global.Interceptors.g.cs", "Ours.Interceptors.g.cs", "Theirs.Interceptors.g.cs"],
            generated.HintNames.Where(h => h.Contains("Interceptors", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_another_generator_writes_before_all_others_is_recorded_and_what_it_writes_later_is_not()
    {
        var compilation = Source.Compile(Source.Usings + Tools + "partial class U { }");
        var driver = CSharpGeneratorDriver.Create(
            [new StepLogGenerator().AsSourceGenerator(), new EarlyGenerator().AsSourceGenerator(), new OtherGenerator("class Late { int Use(Surf.Tools t) => t.M(1); }").AsSourceGenerator()],
            parseOptions: Source.ParseOptions(),
            optionsProvider: new BuildProperties(("ProjectDir", Source.ProjectDirectory)));
        var result = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken).GetRunResult();

        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
        var interceptors = Assert.Single(result.Results[0].GeneratedSources, s => s.HintName.Contains("Interceptors", StringComparison.Ordinal));
        Assert.Contains("Early.Use", interceptors.SourceText.ToString(), StringComparison.Ordinal);
    }

    private sealed class EarlyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(static output =>
            output.AddSource("Early.g.cs", "class Early { int Use(Surf.Tools t) => t.M(1); }"));
    }
}
