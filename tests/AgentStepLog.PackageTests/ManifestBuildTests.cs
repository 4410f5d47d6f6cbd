using System.Text.Json;
using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

/// <summary>The manifest as a file beside the assembly, for a build that asks for it.</summary>
[Collection(AgainstPackage.Name)]
public sealed class ManifestBuildTests(PackedPackage package)
{
    private const string Tools = """
        using AgentStepLog;

        namespace Surf;

        public class Tools
        {
            /// <summary>Returns the tide.</summary>
            [AgentTool]
            public int Tide() => 1;
        }
        """;

    [Fact]
    public async Task The_file_is_the_manifest_that_the_program_reads_and_changes_with_what_a_model_is_told()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("App", "<OutputType>Exe</OutputType><AgentStepLogManifest>true</AgentStepLogManifest>");
        consumer.AddFile("App/Tools.cs", Tools);
        consumer.AddFile("App/Program.cs", "System.Console.Write(AgentStepLog.BuildManifest.Of(typeof(Surf.Tools).Assembly)!.Json);");
        string file = Path.Combine(consumer.Folder, "App/bin/Debug/net10.0/App.steplog-manifest.json");

        (await consumer.BuildAsync("App")).Succeeded();
        string first = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("Tide", JsonElement.Parse(first).GetProperty("assemblies")[0].GetProperty("methods")[0].GetProperty("name").GetString());
        Assert.Equal(first, (await consumer.ExecuteAsync("App")).Succeeded().Output);

        // A body is no part of the contract; a description is.
        consumer.AddFile("App/Tools.cs", Tools.Replace("=> 1", "=> 2", StringComparison.Ordinal));
        (await consumer.BuildAsync("App")).Succeeded();
        Assert.Equal(first, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        consumer.AddFile("App/Tools.cs", Tools.Replace("the tide.", "the tide in metres.", StringComparison.Ordinal));
        (await consumer.BuildAsync("App")).Succeeded();
        Assert.Equal(first.Replace("the tide.", "the tide in metres.", StringComparison.Ordinal), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        var build = (await consumer.BuildAsync("App", "RunAnalyzersDuringBuild=false", "-t:Rebuild")).Failed();
        Assert.Contains("error ASL9005: The manifest is not written: the analyzers did not run", build.Output, StringComparison.Ordinal);
    }
}
