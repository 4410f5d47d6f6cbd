using System.Text;
using System.Text.Json;
using AgentStepLog.IntegrationTests.Contracts;

namespace AgentStepLog.IntegrationTests.Manifest;

/// <summary>What the build says of itself, and the run of the build.</summary>
public sealed class BuildManifestTests
{
    private static readonly BuildManifest s_manifest = BuildManifest.Of(typeof(BuildManifestTests).Assembly)!;

    [Fact]
    public void Own_methods_come_first_then_those_of_referenced_assemblies()
    {
        var assemblies = s_manifest.Methods.Select(static m => m.Assembly).Distinct().ToList();

        Assert.Equal(typeof(BuildManifestTests).Assembly.GetName().Name, assemblies[0]);
        Assert.Contains(typeof(SeaTools).Assembly.GetName().Name!, assemblies);
        Assert.Equal(BuildManifest.Of(typeof(SeaTools).Assembly)!.Methods, s_manifest.Methods.Where(m => m.Assembly == assemblies[1]), Same);
        Assert.Null(BuildManifest.Of(typeof(string).Assembly));
        static bool Same(ManifestMethod a, ManifestMethod b) => (a.Member, a.Name, a.Schema, a.Recorded) == (b.Member, b.Name, b.Schema, b.Recorded);
    }

    [Fact]
    public void Says_of_each_method_what_the_tool_table_and_the_log_know()
    {
        var tide = Assert.Single(s_manifest.Methods, static m => m.Member == "M:AgentStepLog.IntegrationTests.Manifest.Harbour.Tide(System.String,System.String)");
        var function = new Harbour().AgentTools()["tide_of"];

        Assert.Equal((StepKind.ToolCall, "tide_of", "Returns the tide.", ToolEffect.ReadOnly), (tide.Kind, tide.Name, tide.Description, tide.Effect));
        Assert.Equal((true, StepRoute.Direct), (tide.InTable, tide.Recorded));
        Assert.True(JsonElement.DeepEquals(function.SchemaElement, JsonElement.Parse(tide.Schema!)));
        Assert.Equal("key", Assert.Single(tide.Sensitive, static s => s.Key == "apiKey").Value);
        Assert.Null(tide.SensitiveResult);
        Assert.Equal(tide, tide with { Sensitive = new Dictionary<string, string>(tide.Sensitive) });
        Assert.Equal("level", Assert.Single(s_manifest.Methods, static m => m.Name == "BreaksInSecret").SensitiveResult);
        var swap = Assert.Single(s_manifest.Methods, static m => m.Name == "Swap");
        Assert.Equal((false, StepRoute.Direct), (swap.InTable, swap.Recorded));
        Assert.Contains("passed by reference", swap.TableReason, StringComparison.Ordinal);
        Assert.Contains("ToolCall Swap", s_manifest.Describe(), StringComparison.Ordinal);
        Assert.Contains("): recorded where code calls it by its name (the build names each place that is left out: ASL2000)", s_manifest.Describe(), StringComparison.Ordinal);
        Assert.Contains("not in the tool table: its parameter 'a' is passed by reference", s_manifest.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_run_names_it_and_holds_it()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            using (var log = StepLog.Start(folder, new() { RunId = "run" }))
            {
                Assert.Equal(s_manifest.Hash, Assert.IsType<RunStartStep>(log.Steps[0]).Manifest);
            }

            var path = Path.Combine(folder, "run.jsonl");
            Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
            var blob = Path.Combine(folder, "manifests", s_manifest.Hash["sha256:".Length..] + ".json");
            Assert.Equal(s_manifest.Json, File.ReadAllText(blob, Encoding.UTF8));
            File.AppendAllText(blob, " ");
            Assert.Equal(Verdict.BlobAltered, StepLogVerifier.Verify(path).Verdict);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_log_in_memory_names_none_unless_told_to()
    {
        using var silent = StepLog.InMemory();
        using var told = StepLog.InMemory(new() { Ids = StepIds.Sequential(), Manifest = s_manifest });

        Assert.Null(Assert.IsType<RunStartStep>(silent.Steps[0]).Manifest);
        Assert.Equal(s_manifest.Hash, Assert.IsType<RunStartStep>(told.Steps[0]).Manifest);
    }
}
