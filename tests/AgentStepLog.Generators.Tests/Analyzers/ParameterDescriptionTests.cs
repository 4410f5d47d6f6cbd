using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class ParameterDescriptionTests
{
    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public async Task Each_parameter_without_words_is_reported_in_every_documentation_mode(DocumentationMode mode)
        => Assert.Equal(
            ["Parameter 'c' of tool 'Tools.Add' has no description: the model has only its name and type to fill it by; write an XML comment or [Description]"],
            await RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
                """
                class Tools
                {
                    /// <summary>Adds.</summary>
                    /// <param name="a">The first.</param>
                    [AgentTool] public int Add(int a, [Description("The second.")] int b, int [|c|]) => a + b + c;
                }
                """,
                project => project.Documentation = mode));

    [Fact]
    public Task Empty_words_are_none_and_words_for_another_parameter_do_not_count()
        => RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
            """
            class Tools
            {
                /// <param name="a"></param>
                /// <param name="x">Another.</param>
                /// <param name="C">Of other case.</param>
                [AgentTool] public int Add(int [|a|], [Description(" ")] int [|b|], int [|c|]) => a + b + c;
            }
            """);

    [Fact]
    public Task Block_comments_keywords_references_and_several_lines_are_read()
        => RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
            """
            class Tools
            {
                /** <summary>Adds.</summary>
                 *  <param name="a">The first.</param>
                 *  <param name="class">
                 *  The second.
                 *  </param>
                 */
                [AgentTool] public int Add(int a, int @class, int [|b|] = 1) => a + @class + b;

                /// <param name="a"><see cref="Tools"/></param>
                [AgentTool] public int Other(int a) => a;
            }
            """);

    [Fact]
    public Task What_a_model_does_not_fill_needs_no_words()
        => RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
            """
            interface IClock { DateTime Now(); }
            abstract class Client { public abstract void Send(); }
            class Tools
            {
                [AgentTool] public int A(CancellationToken token, IClock clock, Client client, Action<int> progress, System.IO.Stream stream) => 1;
                [AgentTool] public int B(IReadOnlyList<string> [|list|], object [|any|]) => 1;
            }
            """);

    [Fact]
    public Task Llm_calls_agents_and_methods_that_are_not_recorded_are_left_alone()
        => RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
            """
            class Agent
            {
                [LlmCall] public string Ask(string question) => question;
                [AgentRun] public string Run(string task) => task;
                [AgentTool] public async void Fire(int value) => await Task.Delay(value);
                public int Plain(int a) => a;
            }
            """);

    [Fact]
    public async Task Properties_are_looked_at_down_to_the_leaves_and_each_once()
        => Assert.Equal(
            [
                "'Address.Street' has no description: the model has only its name and type to fill it by; write an XML comment or [Description]",
                "'Node.Next' has no description: the model has only its name and type to fill it by; write an XML comment or [Description]",
                "'Point.Y' has no description: the model has only its name and type to fill it by; write an XML comment or [Description]",
            ],
            (await RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
                """
                class Tools
                {
                    /// <param name="people">Who.</param>
                    /// <param name="node">What.</param>
                    /// <param name="points">Where.</param>
                    [AgentTool] public int A(Person[] people, Node node, Dictionary<string, List<Point?>> points) => 1;

                    /// <param name="person">Who.</param>
                    /// <param name="pair">Both.</param>
                    [AgentTool] public int B(Person person, (int Left, Node Right) pair) => 1;
                }

                class Person
                {
                    /// <summary>The name.</summary>
                    public string Name { get; set; } = "";
                    [Description("Where they live.")] public Address? Home { get; init; }
                    public string Computed => Name;
                    [System.Text.Json.Serialization.JsonIgnore] public string Ignored { get; set; } = "";
                    internal int Internal { get; set; }
                }

                class Address
                {
                    public required string [|Street|] { get; init; }
                }

                class Node { public Node? [|Next|] { get; set; } }

                /// <param name="X">To the right.</param>
                record struct Point(int X, int [|Y|]);
                """)).Select(static m => m.Replace(", which a tool takes,", "", StringComparison.Ordinal)));

    [Fact]
    public Task A_records_words_may_stand_on_the_record_the_property_or_an_attribute()
        => RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
            """
            class Tools
            {
                /// <param name="query">What to look for.</param>
                [AgentTool] public int Find(Query query) => 1;
            }

            /// <param name="Text">The words.</param>
            record Query(string Text, [Description("How many.")] int Limit, [property: Description("Where.")] string Folder, bool [|Deep|])
            {
                /// <summary>Which language.</summary>
                public string? Language { get; init; }
            }
            """);

    [Fact]
    public Task The_interface_or_base_that_a_tool_implements_may_say_it()
        => RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
            """
            interface ITools
            {
                /// <param name="path">The file.</param>
                [AgentTool] string Read(string path, int [|lines|]);
            }

            class Tools : ITools
            {
                [AgentTool] public string Read(string path, int [|lines|]) => path;
            }
            """);

    [Fact]
    public Task Both_parts_of_a_partial_method_count_and_it_is_reported_once()
        => RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
            """
            partial class Tools
            {
                /// <param name="a">The first.</param>
                [AgentTool] public partial int M(int a, int b, int [|c|]);

                /// <param name="b">The second.</param>
                public partial int M(int a, int b, int c) => a;
            }
            """);

    [Fact]
    public Task Another_file_of_the_project_is_where_its_property_is_reported()
        => RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
            [
                """
                class Tools
                {
                    /// <param name="query">What to look for.</param>
                    [AgentTool] public int Find(Query query) => 1;
                }
                """,
                """
                class Query { public string [|Text|] { get; set; } = ""; }
                """,
            ]);

    [Fact]
    public Task What_cannot_be_made_from_json_needs_no_words_whoever_passes_it()
        => RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(
            """
            public sealed class Context { private Context() { } public string? Params { get; } }
            class Tools
            {
                [AgentTool] public string Ask(Context context, ref int count, string [|prompt|]) => prompt;
            }
            """);
}
