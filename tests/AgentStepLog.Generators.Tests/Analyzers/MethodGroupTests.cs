using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class MethodGroupTests
{
    private const string Tools = """

        class Tools
        {
            [AgentTool] public int Count(string text) => text.Length;
            [AgentTool] public static int CountStatic(string text) => text.Length;
            public int Plain(string text) => text.Length;
        }
        """;

    [Fact]
    public async Task A_delegate_made_of_an_annotated_method_is_reported_at_the_members_name()
        => Assert.Equal(
            [.. Enumerable.Repeat("The method group 'Tools.Count' is handed over: calls made through it are not recorded; hand over a lambda that calls it", 5)],
            await RuleTest.VerifyAsync<MethodGroupAnalyzer>(
                """
                class C
                {
                    void M(Tools tools, Tools? maybe, string[] texts)
                    {
                        Func<string, int> a = tools.[|Count|];
                        var b = texts.Select(tools.[|Count|]);
                        var c = (Func<string, int>)(tools.[|Count|]);
                        var d = new Func<string, int>(maybe!.[|Count|]);
                        var e = tools.[|Count|];
                    }
                }
                """ + Tools));

    [Fact]
    public async Task Where_any_delegate_does_the_method_itself_must_record_since_a_lambda_has_no_description()
        => Assert.Equal(
            [.. Enumerable.Repeat("The method group 'Tools.Count' is handed over: calls made through it are not recorded; make the method partial, so that it records itself", 2)],
            await RuleTest.VerifyAsync<MethodGroupAnalyzer>(
                """
                static class Factory { public static void Create(Delegate method, object? options = null) { } }
                class C
                {
                    void M(Tools tools)
                    {
                        Factory.Create(tools.[|Count|]);
                        object a = tools.[|Count|];
                    }
                }
                """ + Tools));

    [Fact]
    public Task Static_methods_events_and_function_pointers_are_reported_too()
        => RuleTest.VerifyAsync<MethodGroupAnalyzer>(
            """
            using static Tools;

            unsafe class C
            {
                event Func<string, int>? Asked;
                Func<string, int> _field = [|CountStatic|];

                void M(Tools tools)
                {
                    Asked += tools.[|Count|];
                    delegate*<string, int> pointer = &Tools.[|CountStatic|];
                    _ = Asked;
                }
            }
            """ + Tools);

    [Fact]
    public Task An_interface_member_and_an_override_are_annotated_methods_like_others()
        => RuleTest.VerifyAsync<MethodGroupAnalyzer>(
            """
            interface IAsk { [LlmCall] string Ask(); }
            class Base { [AgentRun] public virtual string Run() => ""; }
            class Derived : Base { public override string Run() => "x"; }

            class C
            {
                Func<string> A(IAsk ask) => ask.[|Ask|];
                Func<string> B(Derived agent) => agent.[|Run|];
            }
            """);

    [Fact]
    public Task Calls_lambdas_names_and_methods_without_annotation_are_not_reported()
        => RuleTest.VerifyAsync<MethodGroupAnalyzer>(
            """
            class C
            {
                void M(Tools tools, string[] texts)
                {
                    _ = tools.Count("a");
                    Func<string, int> a = text => tools.Count(text);
                    Func<string, int> b = tools.Plain;
                    var c = nameof(tools.Count);
                    var d = nameof(Tools.CountStatic);
                }
            }
            """ + Tools);
}
