using AgentStepLog.CodeFixes;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.CodeFixes;

public sealed class AddParamElementsTests
{
    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public Task After_a_summary_all_elements_are_added_in_order(DocumentationMode mode)
        => FixesAsync(
            """
            class Tools
            {
                /// <summary>Adds.</summary>
                /// <returns>The sum.</returns>
                [AgentTool]
                public int Add(int left, int right) => left + right;
            }
            """,
            """
            class Tools
            {
                /// <summary>Adds.</summary>
                /// <param name="left">TODO: describe left</param>
                /// <param name="right">TODO: describe right</param>
                /// <returns>The sum.</returns>
                [AgentTool]
                public int Add(int left, int right) => left + right;
            }
            """,
            mode);

    [Fact]
    public Task Without_a_comment_one_is_begun()
        => FixesAsync(
            """
            namespace N
            {
                class Tools
                {
                    int _x;

                    [AgentTool]
                    public int Add(int left, int right) => left + right + _x;
                }
            }
            """,
            """
            namespace N
            {
                class Tools
                {
                    int _x;

                    /// <param name="left">TODO: describe left</param>
                    /// <param name="right">TODO: describe right</param>
                    [AgentTool]
                    public int Add(int left, int right) => left + right + _x;
                }
            }
            """);

    [Fact]
    public Task Elements_that_are_there_keep_their_place_and_words()
        => FixesAsync(
            """
            class Tools
            {
                /// <summary>Adds.</summary>
                /// <param name="b">The second
                /// of four.</param>
                /// <param name="d">The last.</param>
                [AgentTool] public int Add(int a, int b, int c, int d) => a + b + c + d;
            }
            """,
            """
            class Tools
            {
                /// <summary>Adds.</summary>
                /// <param name="a">TODO: describe a</param>
                /// <param name="b">The second
                /// of four.</param>
                /// <param name="c">TODO: describe c</param>
                /// <param name="d">The last.</param>
                [AgentTool] public int Add(int a, int b, int c, int d) => a + b + c + d;
            }
            """);

    [Fact]
    public Task Described_by_attribute_or_needing_no_words_a_parameter_gets_no_element()
        => FixesAsync(
            """
            class Tools
            {
                [AgentTool, Description("Adds.")]
                public int Add([Description("The first.")] int a, int @class, CancellationToken token) => a + @class;
            }
            """,
            """
            class Tools
            {
                /// <param name="class">TODO: describe class</param>
                [AgentTool, Description("Adds.")]
                public int Add([Description("The first.")] int a, int @class, CancellationToken token) => a + @class;
            }
            """);

    [Fact]
    public Task A_block_comment_stays_one_with_stars()
        => FixesAsync(
            """
            class Tools
            {
                /**
                 * <summary>Adds.</summary>
                 */
                [AgentTool] public int Add(int a, int b) => a + b;
            }
            """,
            """
            class Tools
            {
                /**
                 * <summary>Adds.</summary>
                 * <param name="a">TODO: describe a</param>
                 * <param name="b">TODO: describe b</param>
                 */
                [AgentTool] public int Add(int a, int b) => a + b;
            }
            """);

    [Fact]
    public Task A_block_comment_on_one_line_grows()
        => FixesAsync(
            """
            class Tools
            {
                /** <summary>Adds.</summary> */
                [AgentTool] public int Add(int a, int b) => a + b;
            }
            """,
            """
            class Tools
            {
                /** <summary>Adds.</summary>
                 * <param name="a">TODO: describe a</param>
                 * <param name="b">TODO: describe b</param> */
                [AgentTool] public int Add(int a, int b) => a + b;
            }
            """);

    [Fact]
    public Task A_block_comment_without_stars_stays_without()
        => FixesAsync(
            """
            class Tools
            {
                /**
                  <summary>Adds.</summary>
                */
                [AgentTool] public int Add(int a) => a;
            }
            """,
            """
            class Tools
            {
                /**
                  <summary>Adds.</summary>
                  <param name="a">TODO: describe a</param>
                */
                [AgentTool] public int Add(int a) => a;
            }
            """);

    [Fact]
    public Task Without_a_summary_the_elements_come_before_the_others_or_after_the_text()
        => FixAllAsync(
            """
            class Tools
            {
                /// <returns>The sum.</returns>
                [AgentTool] public int A(int a, int b) => a + b;

                /// Only words.
                [AgentTool] public int B(int a) => a;

                ///<summary>Tight.</summary>
                [AgentTool] public int C(int a) => a;
            }
            """,
            """
            class Tools
            {
                /// <param name="a">TODO: describe a</param>
                /// <param name="b">TODO: describe b</param>
                /// <returns>The sum.</returns>
                [AgentTool] public int A(int a, int b) => a + b;

                /// Only words.
                /// <param name="a">TODO: describe a</param>
                [AgentTool] public int B(int a) => a;

                ///<summary>Tight.</summary>
                ///<param name="a">TODO: describe a</param>
                [AgentTool] public int C(int a) => a;
            }
            """);

    [Fact]
    public Task After_code_on_the_same_line_the_comment_gets_a_line_of_its_own()
        => FixesAsync(
            """
            class Tools { [AgentTool] public int A(int a) => a; }
            """,
            """
            class Tools { 
            /// <param name="a">TODO: describe a</param>
            [AgentTool] public int A(int a) => a; }
            """);

    [Fact]
    public Task Comments_and_directives_in_between_are_left_alone()
        => FixesAsync(
            """
            class Tools
            {
                #region Tools
                /// <summary>Adds.</summary>
                // An ordinary comment.
                #pragma warning disable CS0168
                [AgentTool] public int A(int a) => a;
                #endregion
            }
            """,
            """
            class Tools
            {
                #region Tools
                /// <summary>Adds.</summary>
                /// <param name="a">TODO: describe a</param>
                // An ordinary comment.
                #pragma warning disable CS0168
                [AgentTool] public int A(int a) => a;
                #endregion
            }
            """);

    [Theory]
    [InlineData("\r\n", "    ")]
    [InlineData("\n", "\t")]
    [InlineData("\r\n", "\t  ")]
    public async Task Line_endings_and_indentation_are_kept(string end, string indentation)
    {
        string Lines(params string[] lines) => string.Concat(lines.Select(line => line + end));

        Assert.Equal(
            Lines("class Tools", "{", indentation + "/// <summary>Adds.</summary>", indentation + "/// <param name=\"a\">TODO: describe a</param>", indentation + "[AgentTool] public int A(int a) => a;", "", indentation + "/// <param name=\"b\">TODO: describe b</param>", indentation + "[AgentTool] public int B(int b) => b;", "}"),
            Assert.Single(await FixTest.FixAllAsync<ParameterDescriptionAnalyzer, AddParamElementsFix>(
                [Lines("class Tools", "{", indentation + "/// <summary>Adds.</summary>", indentation + "[AgentTool] public int A(int a) => a;", "", indentation + "[AgentTool] public int B(int b) => b;", "}")])));
    }

    [Fact]
    public async Task Fixing_all_reaches_every_tool_of_every_file_once()
        => Assert.Equal(
            [
                """
                class A
                {
                    /// <param name="x">TODO: describe x</param>
                    /// <param name="y">TODO: describe y</param>
                    [AgentTool] public int M(int x, int y) => x + y;
                    /// <summary>Sums.</summary>
                    /// <param name="z">TODO: describe z</param>
                    [AgentTool] public int N(int z) => z;
                }
                """,
                """
                class B
                {
                    /// <param name="x">TODO: describe x</param>
                    [AgentTool] public int M(int x) => x;
                }
                """,
            ],
            await FixTest.FixAllAsync<ParameterDescriptionAnalyzer, AddParamElementsFix>(
            [
                """
                class A
                {
                    [AgentTool] public int M(int x, int y) => x + y;
                    /// <summary>Sums.</summary>
                    [AgentTool] public int N(int z) => z;
                }
                """,
                """
                class B
                {
                    [AgentTool] public int M(int x) => x;
                }
                """,
            ]));

    [Fact]
    public Task An_element_that_says_nothing_is_filled()
        => FixesAsync(
            """
            class Tools
            {
                /// <param name="a"></param>
                /// <param name="b" />
                /// <param name="c"> </param>
                [AgentTool] public int A(int a, int b, int c) => a;
            }
            """,
            """
            class Tools
            {
                /// <param name="a">TODO: describe a</param>
                /// <param name="b">TODO: describe b</param>
                /// <param name="c">TODO: describe c</param>
                [AgentTool] public int A(int a, int b, int c) => a;
            }
            """);

    [Fact]
    public Task Where_the_compiler_checks_documentation_no_parameter_is_left_without_an_element()
        => FixesAsync(
            """
            class Tools
            {
                /// <summary>Adds.</summary>
                [AgentTool] public int Add(int a, [Description("The <second> & last.")] int b, CancellationToken token, IServiceProvider services) => a + b;
            }
            """,
            """
            class Tools
            {
                /// <summary>Adds.</summary>
                /// <param name="a">TODO: describe a</param>
                /// <param name="b">The &lt;second&gt; &amp; last.</param>
                /// <param name="token">Cancels the call.</param>
                /// <param name="services">TODO: describe services</param>
                [AgentTool] public int Add(int a, [Description("The <second> & last.")] int b, CancellationToken token, IServiceProvider services) => a + b;
            }
            """,
            DocumentationMode.Diagnose);

    private static async Task FixesAsync(string source, string expected, DocumentationMode mode = DocumentationMode.None)
        => Assert.Equal(
            expected,
            await FixTest.FixFirstAsync<ParameterDescriptionAnalyzer, AddParamElementsFix>(source, project => project.Documentation = mode));

    private static async Task FixAllAsync(string source, string expected)
        => Assert.Equal([expected], await FixTest.FixAllAsync<ParameterDescriptionAnalyzer, AddParamElementsFix>([source]));
}
