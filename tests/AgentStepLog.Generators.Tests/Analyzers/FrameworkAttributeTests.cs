using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class FrameworkAttributeTests
{
    private const string Frameworks = """
        namespace ModelContextProtocol.Server { [AttributeUsage(AttributeTargets.Method)] class McpServerToolAttribute : Attribute { public string? Name { get; set; } } }
        namespace Microsoft.SemanticKernel { class KernelFunctionAttribute : Attribute { } class MineAttribute : KernelFunctionAttribute { } }
        namespace Other { class McpServerToolAttribute : Attribute { } }
        class AIFunctionAttribute<T> : Attribute { }
        """;

    [Fact]
    public async Task A_method_that_a_framework_finds_is_reported_unless_it_records_itself()
        => Assert.Equal(
            [
                "'Tools.Search' is found by its attribute [McpServerTool] when the program runs: calls that the framework makes are not recorded; make the method partial, without a body, and move its code to 'SearchCore'; set <AgentStepLogReplaceMcpGenerator>true</AgentStepLogReplaceMcpGenerator> in the project, since the MCP SDK's own generator would declare the method a second time (CS0756)",
                "'Tools.Ask' is found by its attribute [KernelFunction] when the program runs: calls that the framework makes are not recorded; make the method partial, without a body, and move its code to 'AskCore'",
                "'Tools.Mine' is found by its attribute [Mine] when the program runs: calls that the framework makes are not recorded; make the method partial, without a body, and move its code to 'MineCore'",
                "'Tools.Generic' is found by its attribute [AIFunction] when the program runs: calls that the framework makes are not recorded; make the method partial, without a body, and move its code to 'GenericCore'",
            ],
            await RuleTest.VerifyAsync<FrameworkAttributeAnalyzer>(
                [
                    """
                    using ModelContextProtocol.Server;
                    using Microsoft.SemanticKernel;
                    partial class Tools
                    {
                        [McpServerTool(Name = "s"), Description("Searches."), AgentTool] public string [|Search|]() => "";
                        [KernelFunction, LlmCall] private static string [|Ask|]() => "";
                        [Mine, AgentTool] public string [|Mine|]() => "";
                        [AIFunction<int>, AgentTool] public string [|Generic|]() => "";

                        [McpServerTool, AgentTool] public partial string Owned();
                        private string OwnedCore() => "";
                        [Description("Described."), AgentTool] public string Described() => "";
                        [Other.McpServerTool, AgentTool] public string OfAnotherNamespace() => "";
                        [McpServerTool] public string NotOurs() => "";
                    }
                    """,
                    Frameworks,
                ]));

    [Fact]
    public async Task Where_the_generator_of_the_MCP_SDK_is_left_out_already_nothing_is_said_of_it()
        => Assert.EndsWith("and move its code to 'SearchCore'", Assert.Single(await RuleTest.VerifyAsync<FrameworkAttributeAnalyzer>(
            ["class Tools { [ModelContextProtocol.Server.McpServerTool, AgentTool] public string [|Search|]() => \"\"; }", Frameworks],
            static p => p.Properties["AgentStepLogReplaceMcpGenerator"] = "True")));

    [Fact]
    public async Task A_member_without_code_cannot_be_made_partial_and_is_told_who_can()
        => Assert.EndsWith(
            "not recorded; move both attributes to what overrides or implements it, and make that partial, without a body",
            Assert.Single(await RuleTest.VerifyAsync<FrameworkAttributeAnalyzer>(
                ["interface ITools { [Microsoft.SemanticKernel.KernelFunction, AgentTool] string [|Search|](); }", Frameworks])));
}
