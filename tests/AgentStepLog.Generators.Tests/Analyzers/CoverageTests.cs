using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class CoverageTests : IDisposable
{
    private const string Source = """
        public class Tools
        {
            [AgentTool] public virtual int Tide(int hour) => hour;
            [AgentTool] public int Open(Action then) => 1;
            [LlmCall] public static implicit operator int(Tools tools) => 1;

            public void Calls(dynamic late)
            {
                Tide(1); Tide(late);
                Func<int, int> group = Tide;
            }
        }

        public class More : Tools
        {
            private readonly int _first = new Tools().Tide(2);

            public override int Tide(int hour) => base.Tide(hour);
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("agentsteplog-").FullName;

    private string Json => Path.Combine(_folder, "coverage.json");

    private string Markdown => Path.Combine(_folder, "coverage.md");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_report_names_every_method_and_every_call_with_what_becomes_of_it()
    {
        Assert.Empty(await WriteAsync(Source));

        var report = JsonElement.Parse(await File.ReadAllTextAsync(Json, TestContext.Current.CancellationToken));
        Assert.Equal("Sample", report.GetProperty("assembly").GetString());
        Assert.Equal(
            [
                "Tools.Open tool  Source.cs:4 recorded ",
                "Tools.Tide tool Tide Source.cs:3 recorded ",
                "Tools.op_Implicit llm  Source.cs:5 refused ASL2004",
            ],
            report.GetProperty("methods").EnumerateArray().Select(static m =>
                $"{Text(m, "method")} {Text(m, "kind")} {Text(m, "tool")} {Text(m, "file")}:{m.GetProperty("line")} {Text(m, "status")} {Text(m, "rule")}"));
        Assert.Equal(
            [
                "Tools.Tide Source.cs:9 Tools.Calls direct ",
                "Tools.Tide Source.cs:9 Tools.Calls hole ASL2002",
                "Tools.Tide Source.cs:10 Tools.Calls hole ASL2001",
                "Tools.Tide Source.cs:16 More._first direct ",
                "Tools.Tide Source.cs:18 More.Tide hole ASL2000",
            ],
            report.GetProperty("calls").EnumerateArray().Select(static c =>
                $"{Text(c, "method")} {Text(c, "file")}:{c.GetProperty("line")} {Text(c, "member")} {Text(c, "route")} {Text(c, "rule")}"));
        Assert.Equal(
            """{ "methods": 3, "recorded": 2, "callee": 0, "refused": 1, "tools": 1, "calls": 5, "direct_calls": 2, "callee_calls": 0, "holes": 3 }""",
            report.GetProperty("totals").GetRawText());
        Assert.All(report.GetProperty("calls").EnumerateArray(), static c => Assert.Equal(Text(c, "rule") is null, Text(c, "reason") is null));
    }

    [Fact]
    public async Task People_read_the_totals_first_then_each_hole_and_what_to_do()
    {
        await WriteAsync(Source);

        var text = await File.ReadAllTextAsync(Markdown, TestContext.Current.CancellationToken);
        Assert.StartsWith("""
            # What AgentStepLog records of Sample

            |  | total | of these |
            | --- | --- | --- |
            | annotated methods | 3 | 2 recorded, 1 **not recorded** |
            | tools in tool tables | 1 | each call through a table is recorded |
            | calls in code | 5 | 2 recorded at the call, 3 **not recorded** |

            Not everything is recorded. What follows says where, why, and what to do.

            ## Calls that are not recorded

            | where | in | method | rule | why, and what to do |
            | --- | --- | --- | --- | --- |
            | `Source.cs:9` | `Tools.Calls` | `Tools.Tide` | ASL2002 |
            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
        Assert.Contains("\n| `Source.cs:18` | `More.Tide` | `Tools.Tide` | ASL2000 | base. calls ", text, StringComparison.Ordinal);
        Assert.Contains("\n| `Source.cs:5` | `Tools.op_Implicit` | ASL2004 | only ordinary methods", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_that_reach_a_method_which_records_itself_are_no_holes_however_they_reach_it()
    {
        await WriteAsync("""
            public partial class Tools
            {
                [AgentTool] public partial int Tide(int hour);
                private int TideCore(int hour) => hour;
                public object Calls(dynamic late) => new object[] { Tide(1), Tide(late), (Func<int, int>)Tide, typeof(Tools).GetMethod("Tide")! };
            }
            """);

        Assert.Contains(
            "\"callee\": 1, \"refused\": 0, \"tools\": 1, \"calls\": 4, \"direct_calls\": 0, \"callee_calls\": 4, \"holes\": 0 }",
            await File.ReadAllTextAsync(Json, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_past_the_record_is_a_hole()
    {
        await WriteAsync("""
            public partial class Tools
            {
                [AgentTool] public partial int Tide(int hour);
                private int TideCore(int hour) => hour;
                public int Calls() => Tide(1) + TideCore(2);
            }
            """);

        var report = JsonElement.Parse(await File.ReadAllTextAsync(Json, TestContext.Current.CancellationToken));
        Assert.Equal(
            ["Tools.Tide Tools.Calls callee ", "Tools.Tide Tools.Calls hole ASL3006"],
            report.GetProperty("calls").EnumerateArray().Select(static c => $"{Text(c, "method")} {Text(c, "member")} {Text(c, "route")} {Text(c, "rule")}"));
    }

    [Theory]
    [InlineData("AutoGen.Core", "Function", "Other.g.cs:2 ASL2000")] // its generator writes the calls
    [InlineData("Microsoft.SemanticKernel", "KernelFunction", "Other.g.cs:2 ASL2000", "Source.cs:2 ASL2006")] // it calls when the program runs, whoever else does
    public async Task What_a_frameworks_generator_calls_is_counted_once(string space, string attribute, params string[] holes)
    {
        await WriteAsync(
            $"namespace {space} {{ [AttributeUsage(AttributeTargets.Method)] public class {attribute}Attribute : Attribute; }}\npublic class Tools {{ [{space}.{attribute}, AgentTool] public int Tide() => 1; }}",
            static p => p.OtherGenerators.Add(new OtherGenerator("class Wrapper { public int Tide(Tools tools) => tools.Tide(); }")));

        var report = JsonElement.Parse(await File.ReadAllTextAsync(Json, TestContext.Current.CancellationToken));
        Assert.Equal(
            holes,
            report.GetProperty("calls").EnumerateArray().Select(static c => $"{Path.GetFileName(Text(c, "file"))}:{c.GetProperty("line")} {Text(c, "rule")}"));
    }

    [Fact]
    public async Task A_hole_at_a_declaration_is_said_to_stand_for_any_number_of_calls()
    {
        await WriteAsync("public interface ITools { int Tide(); } public class Tools : ITools { [AgentTool] public int Tide() => 1; public int Use(ITools tools) => tools.Tide() + tools.Tide(); }");

        var text = await File.ReadAllTextAsync(Markdown, TestContext.Current.CancellationToken);
        Assert.Contains("1 **not recorded**", text, StringComparison.Ordinal);
        Assert.Contains("stand for any number of calls: those through the interface", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_annotated_methods_is_told_so()
    {
        await WriteAsync("class C { int M() => 1; }");

        Assert.Contains("No method of this project is annotated", await File.ReadAllTextAsync(Markdown, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("\"calls\": [],", await File.ReadAllTextAsync(Json, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task The_bytes_are_the_same_under_every_culture_and_line_ending(string lineEnd)
    {
        await WriteAsync(Source.ReplaceLineEndings("\n"));
        byte[] json = await File.ReadAllBytesAsync(Json, TestContext.Current.CancellationToken);
        byte[] markdown = await File.ReadAllBytesAsync(Markdown, TestContext.Current.CancellationToken);

        var before = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = foreign;
        try
        {
            await WriteAsync(Source.ReplaceLineEndings(lineEnd));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(json, await File.ReadAllBytesAsync(Json, TestContext.Current.CancellationToken));
        Assert.Equal(markdown, await File.ReadAllBytesAsync(Markdown, TestContext.Current.CancellationToken));
        Assert.DoesNotContain((byte)'\r', markdown);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task A_hole_that_a_pragma_silences_stands_in_the_report()
    {
        await WriteAsync("#pragma warning disable\n" + Source);

        Assert.Contains("\"holes\": 3", await File.ReadAllTextAsync(Json, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_generator_left_its_last_output_out_nothing_is_reported_or_written()
    {
        var project = Project(Source);
        project.IsBuild = false;
        var finished = project.Build();

        Assert.DoesNotContain(
            await project.AnalyzeAsync(finished, new CallAnalyzer(), new CoverageAnalyzer()),
            static d => d.GetMessage(CultureInfo.InvariantCulture).Contains("no interceptor", StringComparison.Ordinal) || d.Id == "ASL9004");
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_an_error_that_nobody_switches_off()
    {
        Directory.CreateDirectory(Json);
        var found = Assert.Single(await WriteAsync(Source, static p => p.Severities["ASL9004"] = ReportDiagnostic.Suppress));

        Assert.Equal(("ASL9004", DiagnosticSeverity.Error), (found.Id, found.Severity));
    }

    [Fact]
    public void Every_rule_that_names_a_hole_is_asked_and_is_an_error_under_Strict()
    {
        // ASL2003 and ASL2007 speak of calls that are recorded, and ASL2008 of what does not compile.
        var holes = CatalogueTests.All()
            .Select(static a => a.SupportedDiagnostics[0].Id)
            .Where(static id => id.StartsWith("ASL200", StringComparison.Ordinal) && id is not ("ASL2003" or "ASL2007" or "ASL2008"))
            .Append("ASL3006");
        Assert.Equal(holes.Order(StringComparer.Ordinal), CoverageAnalyzer.Rules.Select(static r => r.SupportedDiagnostics[0].Id).Order(StringComparer.Ordinal));

        var targets = XDocument.Load(Path.Combine(CatalogueTests.Root, "src", "AgentStepLog", "buildTransitive", "AgentStepLog.targets"));
        var strict = targets.Descendants("WarningsAsErrors").Single(static e => e.Attribute("Condition") is not null).Value.Split(';').Skip(1);
        Assert.Empty(CoverageAnalyzer.Rules.Select(static r => r.SupportedDiagnostics[0].Id).Except(strict));
    }

    private async Task<IReadOnlyList<Diagnostic>> WriteAsync(string source, Action<TestProject>? configure = null)
    {
        var project = Project(source);
        configure?.Invoke(project);
        return await project.AnalyzeAsync(project.Build(), new CoverageAnalyzer());
    }

    private TestProject Project(string source)
    {
        var project = new TestProject { Files = { ["Source.cs"] = source } };
        project.Properties["AgentStepLogCoverageFile"] = Json;
        project.Properties["ProjectDir"] = "/src/";
        return project;
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
