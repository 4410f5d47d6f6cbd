using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class DoubleAnnotationTests
{
    [Fact]
    public async Task Every_annotation_after_the_first_is_reported()
        => Assert.Equal(
            [
                "'Tools.Ask' is annotated with [AgentTool] already: remove [LlmCall], or the other",
                "'Tools.Run' is annotated with [AgentRun] already: remove [AgentTool], or the other",
                "'Tools.Run' is annotated with [AgentRun] already: remove [LlmCall], or the other",
            ],
            await RuleTest.VerifyAsync<DoubleAnnotationAnalyzer>(
                """
                partial class Tools
                {
                    [AgentTool, [|LlmCall(Model = "m")|]] public string Ask() => "";
                    [AgentRun]
                    [[|AgentTool|]]
                    [[|LlmCall|], Obsolete]
                    public partial string Run();
                    private string RunCore() => "";
                    [AgentTool, Obsolete] public string One() => "";
                }
                """));
}
