using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class RunTimeReachTests
{
    private const string Tools = """

        class Tools
        {
            [AgentTool] public int Count(string text) => text.Length;
            [AgentTool] public int Count(int number) => number;
            [AgentTool] public int Single(string text) => text.Length;
            public int Plain(string text) => text.Length;
        }
        """;

    [Fact]
    public async Task A_dynamic_argument_is_reported_with_one_candidate_and_with_several()
        => Assert.Equal(
            [
                "'Tools.Count' is reached through a call with a dynamic argument: that call is not recorded; cast the arguments to their types",
                "'Tools.Single' is reached through a call with a dynamic argument: that call is not recorded; cast the arguments to their types",
            ],
            await RuleTest.VerifyAsync<RunTimeReachAnalyzer>(
                """
                class C
                {
                    void M(Tools tools, dynamic argument)
                    {
                        tools.[|Count|](argument);
                        tools.[|Single|](argument);
                        tools.Plain(argument);
                        tools.Single((string)argument);
                    }
                }
                """ + Tools));

    [Fact]
    public async Task A_dynamic_receiver_is_reported_when_an_annotated_method_that_it_may_reach_has_the_name_and_takes_the_arguments()
        => Assert.Equal(
            [.. Enumerable.Repeat("'Tools.Single' is reached through a dynamic receiver, if that is what it holds: that call is not recorded; cast the receiver to its type", 2)],
            await RuleTest.VerifyAsync<RunTimeReachAnalyzer>(
                """
                class C
                {
                    void M(dynamic tools)
                    {
                        tools.[|Single|]("a");
                        tools.[|Single|](text: "a");
                        tools.Single();
                        tools.Single("a", "b");
                        tools.Single(word: "a");
                        tools.Static("a");
                        tools.Hidden("a");
                        tools.Plain("a");
                        tools.ToString();
                    }
                }
                class More
                {
                    [AgentTool] public static int Static(string text) => 1;
                    [AgentTool] private int Hidden(string text) => 1;
                }
                """ + Tools));

    [Fact]
    public Task A_dynamic_argument_to_a_method_of_another_type_is_none_of_ours_though_an_annotated_one_has_its_name()
        => RuleTest.VerifyAsync<RunTimeReachAnalyzer>(
            "interface IOther { int Single(string text); } class C { void M(IOther other, dynamic argument) { other.Single(argument); } }" + Tools);

    [Fact]
    public async Task Reflection_finds_what_a_base_class_declares()
        => Assert.Single(await RuleTest.VerifyAsync<RunTimeReachAnalyzer>(
            """
            class Derived : Tools { }
            class C
            {
                object? M() => typeof(Derived).GetMethod([|"Single"|]);
                object? N() => typeof(Derived).GetMethod("Plain");
            }
            """ + Tools));

    [Fact]
    public async Task A_dynamic_receiver_may_hold_what_a_reference_declares()
    {
        var library = new TestProject { AssemblyName = "Library" };
        library.Files.Add("Far.cs", "public class Far { [AgentTool] public int Reach(int metres, params int[] more) => metres; }");
        using var image = new MemoryStream();
        Assert.True(library.Build().Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        Assert.Equal(
            ["'Far.Reach' is reached through a dynamic receiver, if that is what it holds: that call is not recorded; cast the receiver to its type"],
            await RuleTest.VerifyAsync<RunTimeReachAnalyzer>(
                "class C { void M(dynamic far) { far.[|Reach|](1, 2, 3); far.Reach(); } }",
                project => project.References.Add(MetadataReference.CreateFromImage(image.ToArray()))));
    }

    [Fact]
    public async Task In_an_expression_tree_that_is_the_reason_whatever_the_method_is()
        => Assert.Single(await RuleTest.VerifyAsync<RunTimeReachAnalyzer>(
            "static class S { [AgentTool] private static int Hidden() => 1; static System.Linq.Expressions.Expression<Func<int>> E = () => [|Hidden|](); }"));

    [Fact]
    public async Task A_call_in_an_expression_tree_is_data()
        => Assert.Equal(
            [.. Enumerable.Repeat("'Tools.Single' is reached through an expression tree: that call is not recorded; move the call out of it", 4)],
            await RuleTest.VerifyAsync<RunTimeReachAnalyzer>(
                """
                using System.Linq.Expressions;

                class C
                {
                    Expression<Func<Tools, int>> _tree = t => t.[|Single|]("a");
                    Func<Tools, int> _call = t => t.Single("a");

                    void M(Tools tools, IQueryable<string> texts)
                    {
                        var a = texts.Where(text => tools.[|Single|](text) > 1);
                        var b = from text in texts where tools.[|Single|](text) > 1 select text;
                        Expression<Func<Func<int>>> nested = () => () => tools.[|Single|]("b");
                        var c = texts.AsEnumerable().Where(text => tools.Single(text) > 1);
                    }
                }
                """ + Tools));

    [Fact]
    public async Task Reflection_that_names_the_type_and_the_method_is_reported()
        => Assert.Equal(
            ["'Tools.Single' is reached through reflection: that call is not recorded; call it by name, or make it partial, without a body", "'Tools.Single' is reached through reflection: that call is not recorded; call it by name, or make it partial, without a body"],
            await RuleTest.VerifyAsync<RunTimeReachAnalyzer>(
                """
                class C
                {
                    void M(string name)
                    {
                        var a = typeof(Tools).GetMethod([|"Single"|]);
                        var b = typeof(Tools).GetMethod([|nameof(Tools.Single)|], new[] { typeof(string) });
                        var c = typeof(Tools).GetMethod(nameof(Tools.Plain));
                        var d = typeof(Tools).GetMethod(name);
                    }
                }
                """ + Tools));
}
