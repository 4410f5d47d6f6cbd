using AgentStepLog.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AgentStepLog.Generators.Tests.CodeFixes.Every;

/// <summary>What every fix leaves builds, with the generator run and all rules asked, and no longer has the finding; alone and all at once.</summary>
public sealed class EveryFixTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. FixExamples.All.Select(static e => e.ToString())];

    [Fact]
    public void Every_fix_has_an_example_for_every_rule_that_it_fixes()
        => Assert.Equal(
            typeof(TextFix).Assembly.GetTypes().Where(static t => t is { IsAbstract: false, IsPublic: true } && t.IsAssignableTo(typeof(CodeFixProvider)))
                .SelectMany(static t => ((CodeFixProvider)Activator.CreateInstance(t)!).FixableDiagnosticIds.Select(i => $"{i} {t.Name}")).Order(StringComparer.Ordinal),
            FixExamples.All.Select(static e => $"{e.Id} {e.Fix.Name}").Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task One_finding_fixed_is_gone_and_the_project_builds(string name)
    {
        var example = FixExamples.All.Single(e => e.ToString() == name);
        var before = await Open(example);

        var after = await before.First();

        Assert.NotNull(after);
        await Builds(example, before, after);
        Assert.True(after.Now.Count(example.Id) < before.Now.Count(example.Id), "The finding is still there.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task All_findings_fixed_at_once_are_gone_and_the_project_builds(string name)
    {
        var example = FixExamples.All.Single(e => e.ToString() == name);
        var before = await Open(example);
        foreach (var scope in example.Files.Length == 1 ? [FixAllScope.Solution] : new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            var after = await before.All(scope);

            await Builds(example, before, after);
            if (scope != FixAllScope.Document)
            {
                Assert.Equal(example.Unfixed, after.Now.Count(example.Id));
            }
        }
    }

    [Theory]
    [InlineData("public int Count(string text) => text.Length;", "")]
    [InlineData("public int Count(string text) => text.Length;", "static class Factory { static void Of(Delegate d) { } static void Use(Tools t) => Of(t.Count); }")]
    public async Task A_tool_of_MCP_is_not_made_partial_where_its_own_generator_would_declare_it_again(string method, string use)
    {
        string[] files = [$"{use}\npublic class Tools {{ /// <summary>Counts.</summary> <param name=\"text\">What.</param>\n [AgentTool, ModelContextProtocol.Server.McpServerTool] {method} }}", FixExamples.Mcp];
        var fix = use.Length == 0 ? FixExample.Of<MakePartialFix>("ASL2006", "", files) : FixExample.Of<MakeHandedOverPartialFix>("ASL2001", "", files);

        Assert.Null(await (await FixBench.Open(fix)).First());
        Assert.NotNull(await (await FixBench.Open(fix with { Configure = static p => p.Properties["AgentStepLogReplaceMcpGenerator"] = "true" })).First());
    }

    private static async Task<FixBench> Open(FixExample example)
    {
        var bench = await FixBench.Open(example);
        Assert.Equal(example.Compiles, !bench.Now.Errors.Any());
        Assert.NotEqual(0, bench.Now.Count(example.Id));
        return bench;
    }

    private async Task Builds(FixExample example, FixBench before, FixBench after)
    {
        output.WriteLine(await after.Text());
        Assert.Empty(after.Now.Errors);
        Assert.Empty(after.Now.Ids.Except(before.Now.Ids).Except(example.Leaves));
    }
}
