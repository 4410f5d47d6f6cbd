using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class ToolDescriptionTests
{
    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public async Task A_tool_of_which_nothing_is_said_is_reported_in_every_documentation_mode(DocumentationMode mode)
        => Assert.Equal(
            ["Tool 'Tools.Bare' has no description: the model has only its name to choose it by; write a <summary> or [Description]"],
            await RuleTest.VerifyAsync<ToolDescriptionAnalyzer>(
                """
                class Tools
                {
                    [AgentTool] public int [|Bare|]() => 1;

                    /// <summary>Says one.</summary>
                    [AgentTool] public int ByXml() => 1;

                    /** <summary>Says one.</summary> */
                    [AgentTool] public int ByBlock() => 1;

                    [AgentTool, Description("Says one.")] public int ByAttribute() => 1;
                    [AgentTool(Description = "Says one.")] public int ByOwnAttribute() => 1;
                    public int NoTool() => 1;
                }
                """,
                project => project.Documentation = mode));

    [Fact]
    public Task An_empty_description_is_none()
        => RuleTest.VerifyAsync<ToolDescriptionAnalyzer>(
            """
            class Tools
            {
                /// <summary></summary>
                [AgentTool] public int [|A|]() => 1;

                /// Says one, but in no element.
                [AgentTool] public int [|B|]() => 1;

                // <summary>An ordinary comment.</summary>
                [AgentTool, Description("")] public int [|C|]() => 1;

                /// <remarks>Something else.</remarks>
                [AgentTool(Description = " ")] public int [|D|]() => 1;
            }
            """);

    [Fact]
    public Task An_implementation_is_described_by_its_interface_and_an_override_by_its_base()
        => RuleTest.VerifyAsync<ToolDescriptionAnalyzer>(
            """
            interface ITools
            {
                /// <summary>Says one.</summary>
                [AgentTool] int One();
                [AgentTool] int [|Two|]();
            }

            class Base
            {
                /// <summary>Says three.</summary>
                [AgentTool] public virtual int Three() => 3;
            }

            class Tools : Base, ITools
            {
                [AgentTool] public int One() => 1;
                [AgentTool] public int [|Two|]() => 2;
                [AgentTool] public override int Three() => 3;
            }
            """);

    [Fact]
    public Task A_partial_method_is_one_tool_with_the_words_of_both_its_parts()
        => RuleTest.VerifyAsync<ToolDescriptionAnalyzer>(
            """
            partial class Tools
            {
                [AgentTool] public partial int [|One|]();
                [AgentTool] public partial int Two();
            }

            partial class Tools
            {
                public partial int One() => 1;

                /// <summary>Says two.</summary>
                public partial int Two() => 2;
            }
            """);

    [Fact]
    public Task Llm_calls_and_agents_are_no_tools_and_need_no_description()
        => RuleTest.VerifyAsync<ToolDescriptionAnalyzer>(
            """
            class Agent
            {
                [LlmCall] public string Ask(string question) => question;
                [AgentRun] public string Run(string task) => task;
            }
            """);

    [Fact]
    public Task A_local_function_and_an_interface_member_are_looked_at_where_they_are_members()
        => RuleTest.VerifyAsync<ToolDescriptionAnalyzer>(
            """
            static class Tools
            {
                [AgentTool] internal static int [|Static|]() => 1;
                [AgentTool] private static Task<int> [|PrivateAsync|]() => Task.FromResult(1);
                [AgentTool] internal static int [|Extension|](this string text) => text.Length;
            }
            """);
}
