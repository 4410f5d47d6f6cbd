using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class CoreUseTests
{
    [Fact]
    public async Task A_core_that_others_reach_and_each_use_of_one_are_reported()
        => Assert.Equal(
            [
                "'Tools.CountCore' holds the code of 'Tools.Count' and is not private: such a call is not recorded; make it private",
                "'Tools.FindCore' holds the code of 'Tools.Find' and is called directly: such a call is not recorded; take the method without Core",
                "'Tools.FindCore' holds the code of 'Tools.Find' and is handed over: such a call is not recorded; take the method without Core",
                "'Tools.CountCore' holds the code of 'Tools.Count' and is called directly: such a call is not recorded; take the method without Core",
            ],
            await RuleTest.VerifyAsync<CoreUseAnalyzer>(
                """
                partial class Tools
                {
                    [AgentTool] public partial int Count(string text);
                    internal int [|CountCore|](string text) => 1;
                    [AgentTool] public partial int Find(string text);
                    private int FindCore(string text) => text == "" ? 0 : [|FindCore|]("");
                    public Func<string, int> All() => [|FindCore|];
                }
                class Use { int M(Tools tools) => tools.[|CountCore|]("a") + tools.Count("a"); }
                """));

    [Fact]
    public Task Other_methods_of_such_a_name_are_none_of_its_business()
        => RuleTest.VerifyAsync<CoreUseAnalyzer>(
            """
            partial class Tools
            {
                [AgentTool] public int Count(string text) => CountCore(text);
                public int CountCore(string text) => 1;
                [AgentTool] public partial int Find(string text);
                private int FindCore(string text) => 1;
                public int FindCore(object other) => 1;
                public int Use() => FindCore((object)"") + Find("");
            }
            """);
}
