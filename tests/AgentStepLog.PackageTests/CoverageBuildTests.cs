using System.Text.Json;
using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

[Collection(AgainstPackage.Name)]
public sealed class CoverageBuildTests(PackedPackage package)
{
    private const string Tools = """
        using AgentStepLog;

        namespace Surf;

        public class Tools
        {
            /// <summary>Returns the tide.</summary>
            [AgentTool]
            public int Tide() => 1;

            public int Twice(dynamic self) => Tide() + self.Tide();
        }
        """;

    [Fact]
    public async Task The_report_comes_with_the_compilation_and_stays_with_it()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("App");
        consumer.AddFile("App/Tools.cs", Tools);
        string json = Report(consumer, "net10.0");

        (await consumer.BuildAsync("App")).Succeeded();
        Assert.False(File.Exists(json));

        // The compiler has run, but the report is missing: it runs again.
        var build = (await consumer.BuildAsync("App", "AgentStepLogCoverage=true", "-v:m")).Succeeded();
        Assert.Contains("AgentStepLog.coverage.md", build.Output, StringComparison.Ordinal);
        string first = await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken);
        Assert.Equal("{ \"methods\": 1, \"recorded\": 1, \"callee\": 0, \"refused\": 0, \"tools\": 1, \"calls\": 2, \"direct_calls\": 1, \"callee_calls\": 0, \"holes\": 1 }",
            JsonElement.Parse(first).GetProperty("totals").GetRawText());
        Assert.DoesNotContain(consumer.Folder, first, StringComparison.Ordinal);

        // Nothing has changed: it does not run, and the report stays.
        DateTime written = File.GetLastWriteTimeUtc(json);
        (await consumer.BuildAsync("App", "AgentStepLogCoverage=true")).Succeeded();
        Assert.Equal(written, File.GetLastWriteTimeUtc(json));

        // A changed source whose report is the same: the next build must know that it is up to date.
        consumer.AddFile("App/Tools.cs", Tools.Replace("=> 1", "=> 2", StringComparison.Ordinal));
        (await consumer.BuildAsync("App", "AgentStepLogCoverage=true")).Succeeded();
        Assert.Equal(first, await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken));
        Assert.True(File.GetLastWriteTimeUtc(json) > written);
    }

    [Fact]
    public async Task Without_analyzers_an_old_report_is_not_left_behind()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("App");
        consumer.AddFile("App/Tools.cs", Tools);
        (await consumer.BuildAsync("App", "AgentStepLogCoverage=true")).Succeeded();

        consumer.AddFile("App/Tools.cs", Tools.Replace("=> 1", "=> 2", StringComparison.Ordinal));
        var build = (await consumer.BuildAsync("App", "AgentStepLogCoverage=true", "RunAnalyzersDuringBuild=false")).Failed();

        Assert.Contains("error ASL9004: The coverage report is not written: the analyzers did not run", build.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Report(consumer, "net10.0")));
    }

    [Theory]
    [InlineData("AgentStepLogCoverage=true", "public int Tide()", "public Missing Tide()", "CS0246")] // before the analyzers; after them, the report is of these sources
    [InlineData("AgentStepLogCoverage=false", "=> 1", "=> \"1\"", "CS0029")]
    public async Task A_compilation_that_fails_leaves_no_report_of_earlier_sources(string property, string old, string @new, string error)
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("App");
        consumer.AddFile("App/Tools.cs", Tools);
        (await consumer.BuildAsync("App", "AgentStepLogCoverage=true")).Succeeded();

        consumer.AddFile("App/Tools.cs", Tools.Replace(old, @new, StringComparison.Ordinal));
        var build = (await consumer.BuildAsync("App", property)).Failed();

        Assert.Contains("error " + error, build.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Report(consumer, "net10.0")));
    }

    [Fact]
    public async Task An_editors_build_neither_writes_a_report_nor_misses_one()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("App", "<AgentStepLogCoverage>true</AgentStepLogCoverage><AgentStepLogStrict>true</AgentStepLogStrict>");
        consumer.AddFile("App/Tools.cs", Tools);

        var build = await consumer.BuildAsync("App", "DesignTimeBuild=true", "SkipCompilerExecution=true");

        Assert.DoesNotContain("ASL", build.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Report(consumer, "net10.0")));
    }

    [Fact]
    public async Task The_target_reports_on_every_framework_and_the_property_on_a_solution()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("App", "<TargetFramework></TargetFramework><TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
        consumer.AddFile("App/Tools.cs", Tools);
        consumer.AddProject("Empty");
        consumer.AddFile("Empty/Empty.cs", "");
        consumer.AddFile("All.slnx", """<Solution><Project Path="App/App.csproj" /><Project Path="Empty/Empty.csproj" /></Solution>""");

        (await consumer.BuildAsync("App", "-t:AgentStepLogCoverage")).Succeeded();
        Assert.True(File.Exists(Report(consumer, "net8.0")));
        string json = await File.ReadAllTextAsync(Report(consumer, "net10.0"), TestContext.Current.CancellationToken);
        Assert.Equal(json, await File.ReadAllTextAsync(Report(consumer, "net8.0"), TestContext.Current.CancellationToken));

        (await consumer.BuildAsync("All.slnx", "AgentStepLogCoverage=true")).Succeeded();
        Assert.True(File.Exists(Report(consumer, "net10.0", "Empty")));
    }

    [Fact]
    public async Task Strict_fails_the_build_for_every_kind_of_hole_and_the_report_says_which()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("App");
        consumer.AddFile("App/Tools.cs", """
            using AgentStepLog;

            namespace Surf;

            public interface ITools { int Tide(); }

            public class Tools : ITools
            {
                [AgentTool] public virtual int Tide() => 1;
                [AgentTool] public static int operator +(Tools a, int b) => 1;
                public Func<int> Group(dynamic late) { late.Tide(); return Tide; }
            }

            public class More : Tools { public override int Tide() => base.Tide(); }
            public partial class Owned { [AgentTool] public partial int Ebb(); private int EbbCore() => 1; public int Use() => EbbCore(); }
            """);

        var build = (await consumer.BuildAsync("App", "AgentStepLogStrict=true", "AgentStepLogAnalysis=none", "AgentStepLogCoverage=true")).Failed();

        Assert.All(
            (string[])["14,[0-9]+.: error ASL2000", "11,[0-9]+.: error ASL2001", "11,[0-9]+.: error ASL2002", "10,[0-9]+.: error ASL2004", "9,[0-9]+.: error ASL2005", "15,[0-9]+.: error ASL3006"],
            finding => Assert.Matches(@"Tools\.cs\(" + finding, build.Output));
        Assert.Contains("\"holes\": 5 ", await File.ReadAllTextAsync(Report(consumer, "net10.0"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Report(Consumer consumer, string framework, string project = "App")
        => Path.Combine(consumer.Folder, project, "obj", "Debug", framework, "AgentStepLog.coverage.json");
}
