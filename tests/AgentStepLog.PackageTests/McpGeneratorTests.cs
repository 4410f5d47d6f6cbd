using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

/// <summary>Beside the real MCP SDK, whose generator of descriptions declares partial tools.</summary>
[Collection(AgainstPackage.Name)]
public sealed class McpGeneratorTests(PackedPackage package)
{
    private const string Program = """
        using AgentStepLog;
        using ModelContextProtocol.Server;

        var tool = McpServerTool.Create(typeof(App.Tools).GetMethod("Search")!, target: null).ProtocolTool;
        Console.WriteLine(tool.Description + " | " + tool.InputSchema);

        namespace App
        {
            [McpServerToolType]
            public static partial class Tools
            {
                /// <summary>Searches the catalogue.</summary>
                /// <param name="query">What for.</param>
                [McpServerTool, AgentTool]
                DECLARATION
            }
        }
        """;

    [Fact]
    public async Task Is_told_before_the_method_is_made_partial_and_works_with_the_property_and_the_same_descriptions()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("App", "<OutputType>Exe</OutputType>", consumer.ThePackage + Consumer.Package("ModelContextProtocol", "2.3.1"));
        consumer.AddFile("App/Program.cs", Program.Replace("DECLARATION", "public static string Search(string query) => query;", StringComparison.Ordinal));
        var before = (await consumer.BuildAsync("App")).Succeeded();
        Assert.Contains("warning ASL2006", before.Output, StringComparison.Ordinal);
        Assert.Contains("set <AgentStepLogReplaceMcpGenerator>true</AgentStepLogReplaceMcpGenerator> in the project", before.Output, StringComparison.Ordinal);

        consumer.AddFile("App/Program.cs", Program.Replace(
            "DECLARATION", "public static partial string Search(string query);\n        private static string SearchCore(string query) => query;", StringComparison.Ordinal));
        Assert.Contains("error CS0756", (await consumer.BuildAsync("App")).Failed().Output, StringComparison.Ordinal);

        var after = (await consumer.BuildAsync("App", "AgentStepLogReplaceMcpGenerator=true")).Succeeded();
        Assert.DoesNotContain("ASL2006", after.Output, StringComparison.Ordinal);
        var run = (await consumer.ExecuteAsync("App")).Succeeded();
        Assert.Contains("Searches the catalogue. | ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"description\":\"What for.\"", run.Output.Replace(": ", ":", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
