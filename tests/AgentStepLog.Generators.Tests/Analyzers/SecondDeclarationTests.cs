using System.Globalization;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class SecondDeclarationTests
{
    private const string Tools = """
        namespace ModelContextProtocol.Server { class McpServerToolAttribute : Attribute { } }
        partial class Tools
        {
            [ModelContextProtocol.Server.McpServerTool, AgentTool] public partial string Search(string query);
            private string SearchCore(string query) => query;
            [AgentTool] public partial T Give<T>(T value);
            private T GiveCore<T>(T value) => value;
            [AgentTool] public partial int Count(int of);
            private int CountCore(int of) => of;
        }
        """;

    [Fact]
    public async Task A_method_that_a_generator_declares_again_is_told_what_to_do_about_that_generator()
        => Assert.Equal(
            [
                "'Tools.Search', which records itself, is declared a second time in generated code (Other.g.cs), and that does not compile; "
                    + "set <AgentStepLogReplaceMcpGenerator>true</AgentStepLogReplaceMcpGenerator> in the project, since the MCP SDK's own generator would declare the method a second time (CS0756)",
                "'Tools.Give<T>', which records itself, is declared a second time in generated code (Other.g.cs), and that does not compile; "
                    + "leave that generator out, or keep the method as it is and let it call an annotated one",
            ],
            await MessagesAsync("partial class Tools { public partial string Search(string query); public partial T Give<T>(T value); public partial int Count(string of); private partial int Plain(); }"));

    [Fact]
    public async Task Without_such_a_generator_nothing_is_said() => Assert.Empty(await MessagesAsync("partial class Tools { }"));

    // Not by RuleTest, which wants code that compiles.
    private static async Task<IReadOnlyList<string>> MessagesAsync(string generated)
    {
        var project = new TestProject { Files = { ["Source.cs"] = Tools }, OtherGenerators = { new OtherGenerator(generated) } };
        var found = await project.AnalyzeAsync(project.Build(), new SecondDeclarationAnalyzer());
        Assert.All(found, static d => Assert.Equal("/src/Source.cs", d.Location.SourceTree!.FilePath));
        return [.. found.OrderBy(static d => d.Location.SourceSpan.Start).Select(static d => d.GetMessage(CultureInfo.InvariantCulture))];
    }
}
