using System.Text.Json;
using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

/// <summary>
/// The coverage test: a program reaches its tools by every way that C# has, each way once and under its own name, and the reports of its
/// projects are held against the log. What they call recorded is what the log holds, call by call, nothing more and nothing less.
/// </summary>
[Collection(AgainstPackage.Name)]
public sealed class WaysTests(PackedPackage package)
{
    private const string Table = "table";

    [Fact]
    public async Task What_the_reports_call_recorded_is_what_the_log_holds()
    {
        using var consumer = new Consumer(package);
        await BuildAsync(consumer);
        var run = (await consumer.ExecuteAsync("App", Path.Combine(consumer.Folder, "logs"))).Succeeded();

        string[] ran = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Step[] steps = await ReadStepsAsync(Path.Combine(consumer.Folder, "logs", "ways.jsonl"));
        Entry[] entries = [.. ((string[])["App", "Lib", "Packed"]).SelectMany(project => ReadReport(consumer, project))];

        // Each call that is recorded at the call: the same method, file, line and member on both sides, as often.
        Assert.Equal(
            Lines(entries.Where(static e => e.Route == "direct").Select(static e => $"{e.Method} {e.File}:{e.Line} {e.Member}")),
            Lines(steps.Where(static s => s.Route == "direct").Select(static s => $"{s.Method} {s.Caller}")));

        // Each place that reaches a method which records itself: a step of that method by that way, and no step that nothing reaches.
        Assert.Equal(
            Lines(entries.Where(static e => e.Route == "callee").Select(static e => $"{e.Method} {e.Member}").Concat(Unseen.Select(static way => way.Key))),
            Lines(steps.Where(static s => s.Route == "callee").Select(static s => $"{s.Method} {Member(s.Way)}")));

        // Each way that went by unrecorded is a hole in a report, by the rule that is named here; and each hole is such a way.
        string[] missing = [.. ran.Except(steps.Select(static s => s.Way))];
        Assert.Equal(Lines(Holes.Keys), Lines(missing));
        Assert.Equal(
            Lines(Holes.Values),
            Lines(entries.Where(static e => e.Route == "hole").Select(static e => $"{e.Rule} {e.Method} {e.Member}").Distinct()));

        // Exactly once: as many steps as tools that ran and are recorded, and the table's beside.
        Assert.Equal(Lines(ran.Except(missing)), Lines(steps.Select(static s => s.Way).Distinct()));
        Assert.Equal(ran.Length - missing.Length, steps.Length);
        Assert.Equal(2, steps.Count(static s => s.Route == Table));
    }

    /// <summary>Ways without a record, and how the reports name them.</summary>
    private static Dictionary<string, string> Holes { get; } = new()
    {
        ["Ways.PlainInterface"] = "ASL2005 App.Tools.Look Tools",
        ["Ways.Implementation"] = "ASL2005 App.IAnnotated.Seek Ways.Implementation",
        ["Closed.Up"] = "ASL2000 App.Tools.Find Closed.Up",
        ["Ways.MethodGroup"] = "ASL2001 App.Tools.Find Ways.MethodGroup",
        ["Ways.Reflection"] = "ASL2002 App.Tools.Find Ways.Reflection",
        ["Ways.DynamicReceiver"] = "ASL2002 App.Tools.Find Ways.DynamicReceiver",
        ["Ways.DynamicArgument"] = "ASL2002 App.Tools.Find Ways.DynamicArgument",
        ["Ways.ExpressionTree"] = "ASL2002 App.Tools.Find Ways.ExpressionTree",
        ["Late.Direct"] = "ASL2000 App.Tools.Find Late.Direct",
        ["Home.BuildRenderTree"] = "ASL2000 App.Tools.Find Home.BuildRenderTree",
        ["McpTools.Show"] = "ASL2006 App.McpTools.Show McpTools",
    };

    /// <summary>Ways to methods that record themselves where nothing in the code names the method, so that no report can name the place.</summary>
    private static Dictionary<string, string> Unseen { get; } = new()
    {
        ["App.Owned.Keep OwnedWays.PlainInterface"] = "by an interface that is not annotated",
        ["App.Owned.Keep OwnedWays.DynamicReceiver"] = "bound at run time",
        ["App.McpTools.Hold McpTools.Hold"] = "found by its attribute",
    };

    private static async Task BuildAsync(Consumer consumer)
    {
        const string Report = "AgentStepLogCoverage=true";
        string sources = Repository.PathOf("tests", "AgentStepLog.PackageTests", "Ways");
        foreach (string project in (string[])["App", "Lib", "Packed", "Writer"])
        {
            consumer.AddFolder(project, Path.Combine(sources, project));
        }

        consumer.AddProject("Lib");
        consumer.AddProject("Packed");
        consumer.AddProject(
            "Writer",
            "<TargetFramework>netstandard2.0</TargetFramework><LangVersion>latest</LangVersion><ImplicitUsings>disable</ImplicitUsings><EnforceExtendedAnalyzerRules>true</EnforceExtendedAnalyzerRules>",
            "<PackageReference Include=\"Microsoft.CodeAnalysis.CSharp\" Version=\"4.14.0\" PrivateAssets=\"all\" />");
        string packed = await consumer.PackAsync("Packed", Report);
        consumer.AddProject(
            "App",
            "<OutputType>Exe</OutputType><AgentStepLogReplaceMcpGenerator>true</AgentStepLogReplaceMcpGenerator>",
            string.Concat(
                consumer.ThePackage, Consumer.Project("Lib"), packed, Consumer.Package("ModelContextProtocol", "2.3.1"),
                "<ProjectReference Include=\"../Writer/Writer.csproj\" OutputItemType=\"Analyzer\" ReferenceOutputAssembly=\"false\" />",
                "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />"),
            "Microsoft.NET.Sdk.Razor");
        (await consumer.BuildAsync("App", Report)).Succeeded();
    }

    private static async Task<Step[]> ReadStepsAsync(string log)
    {
        var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        return [.. lines.Select(static l => JsonElement.Parse(l)).Where(static l => Text(l, "type") == "tool_call").Select(static l => new Step(
            Text(l, "route"),
            Text(l, "method"),
            Text(l.GetProperty("input"), "way"),
            l.TryGetProperty("caller", out var caller) ? $"{Text(caller, "file")}:{caller.GetProperty("line")} {Text(caller, "member")}" : ""))];
    }

    private static IEnumerable<Entry> ReadReport(Consumer consumer, string project)
    {
        // A package is built for release, as dotnet pack does.
        string file = Directory.GetFiles(Path.Combine(consumer.Folder, project, "obj"), "AgentStepLog.coverage.json", SearchOption.AllDirectories).Single();
        return JsonElement.Parse(File.ReadAllText(file)).GetProperty("calls").EnumerateArray().Select(static c => new Entry(
            Text(c, "route"), Text(c, "method"), Text(c, "file"), c.GetProperty("line").GetInt32(), Text(c, "member"), Text(c, "rule")));
    }

    /// <summary>A way is named after its member; what stands behind a space tells two ways of one member apart.</summary>
    private static string Member(string way) => way.Split(' ')[0];

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";

    private sealed record Step(string Route, string Method, string Way, string Caller);

    private sealed record Entry(string Route, string Method, string File, int Line, string Member, string Rule);
}
