using AgentStepLog.CodeFixes;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.CodeFixes;

/// <summary>The smaller fixes around methods that record themselves.</summary>
public sealed class CalleeFixTests
{
    [Fact]
    public async Task The_core_is_created_behind_its_declaration()
    {
        var result = await FixTest.FixFirstAsync<CoreMethodAnalyzer, CreateCoreFix>(
            """
            partial class Tools
            {
                [AgentTool]
                public static partial Task<string> SearchAsync<T>(T query, int top = 1)
                    where T : class;

                private int _n;
            }
            """);

        Assert.Equal(
            """
            partial class Tools
            {
                [AgentTool]
                public static partial Task<string> SearchAsync<T>(T query, int top = 1)
                    where T : class;

                private static Task<string> SearchAsyncCore<T>(T query, int top) where T : class => throw new NotImplementedException();

                private int _n;
            }
            """,
            result);
        await RuleTest.VerifyAsync<CoreMethodAnalyzer>(result);
    }

    [Fact]
    public async Task The_core_of_a_generic_override_says_the_constraints_that_the_override_inherits()
    {
        var result = await FixTest.FixFirstAsync<CoreMethodAnalyzer, CreateCoreFix>(
            """
            namespace Kinds { public interface IKind; }
            abstract class Base
            {
                public abstract T? Pick<T, TKind, TFree>(T? from, TKind kind, TFree free)
                    where T : class, Kinds.IKind?, new()
                    where TKind : struct, Enum
                    where TFree : notnull;
            }
            partial class Tools : Base
            {
                [AgentTool]
                public override partial T? Pick<T, TKind, TFree>(T? from, TKind kind, TFree free)
                    where T : class;
            }
            """);

        Assert.Contains(
            "private T? PickCore<T, TKind, TFree>(T? from, TKind kind, TFree free) where T : class, Kinds.IKind?, new() where TKind : struct, Enum where TFree : notnull"
            + " => throw new NotImplementedException();",
            result,
            StringComparison.Ordinal);
        await RuleTest.VerifyAsync<CoreMethodAnalyzer>(result);
    }

    [Theory]
    [InlineData("private int CountCore(string text) => 1;", 0)]
    [InlineData("private int CountCore(object text) => 1;", 1)]
    public async Task No_second_core_of_the_same_parameters_is_created(string core, int offers)
        => Assert.Equal(offers, await FixTest.OffersAsync<CoreMethodAnalyzer, CreateCoreFix>(
            $"partial class Tools {{ [AgentTool] public partial Task<int> Count(string text); {core} }}"));

    [Theory]
    [InlineData("public int RunCore() => 1;", "private int RunCore() => 1;")]
    [InlineData("protected internal async Task<int> RunCore() => 1;", "private async Task<int> RunCore() => 1;")]
    public async Task The_core_becomes_private(string core, string expected)
    {
        var result = core.Contains("Task", StringComparison.Ordinal) ? "Task<int>" : "int";
        Assert.Equal(
            $"partial class Tools {{ [AgentTool] public partial {result} Run(); {expected} }}",
            await FixTest.FixFirstAsync<CoreUseAnalyzer, MakePrivateFix>(
                $"partial class Tools {{ [AgentTool] public partial {result} Run(); {core} }}"));
    }

    [Fact]
    public async Task A_call_of_the_core_is_the_authors_to_change()
        => Assert.Equal(0, await FixTest.OffersAsync<CoreUseAnalyzer, MakePrivateFix>(
            "partial class Tools { [AgentTool] public partial int Run(); private int RunCore() => 1; int Use() => RunCore(); }"));

    [Fact]
    public async Task The_second_annotation_goes()
        => Assert.Equal(
            [
                """
                class Tools
                {
                    [AgentTool, Obsolete] public int A() => 1;
                    [AgentTool]
                    [Obsolete]
                    public int B() => 1;
                    [AgentTool] public int C() => 1;
                }
                """,
            ],
            await FixTest.FixAllAsync<DoubleAnnotationAnalyzer, RemoveAnnotationFix>(
                [
                    """
                    class Tools
                    {
                        [AgentTool, LlmCall, Obsolete] public int A() => 1;
                        [AgentTool]
                        [LlmCall(Model = "m")]
                        [Obsolete]
                        public int B() => 1;
                        [AgentTool] [AgentRun] public int C() => 1;
                    }
                    """,
                ]));

    [Fact]
    public async Task The_annotation_above_goes_where_the_body_below_records()
        => Assert.Equal(
            """
            interface IPlanner
            {
                string Plan();
            }
            partial class Planner : IPlanner
            {
                [LlmCall] public partial string Plan();
                private string PlanCore() => "";
            }
            """,
            await FixTest.FixFirstAsync<CalleeOverrideAnalyzer, RemoveBaseAnnotationFix>(
                """
                interface IPlanner
                {
                    [LlmCall]
                    string Plan();
                }
                partial class Planner : IPlanner
                {
                    [LlmCall] public partial string Plan();
                    private string PlanCore() => "";
                }
                """));
}
