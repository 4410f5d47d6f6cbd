using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class CalleeOverrideTests
{
    private const string Twice = "whose calls are recorded already: each call through it would be recorded twice; remove that annotation";
    private const string Never = "which records itself: this body takes the place of the one that records; annotate it and make it partial, without a body, too";

    [Fact]
    public async Task A_member_that_records_itself_and_stands_in_for_one_recorded_at_its_calls_is_reported()
        => Assert.Equal(
            [
                "'Tools.Plan' implements 'IPlanner.Plan', " + Twice,
                "'Tools.Run' overrides 'Base.Run', " + Twice,
                "'Tools.Count' implements 'ICount.Count', " + Twice,
            ],
            await RuleTest.VerifyAsync<CalleeOverrideAnalyzer>(
                """
                interface IPlanner { [LlmCall] string Plan(); string Free(); }
                interface ICount { [AgentTool] int Count(); }
                abstract class Base { [AgentRun] public abstract string Run(); }
                partial class Tools : Base, IPlanner
                {
                    [LlmCall] public partial string [|Plan|]();
                    private string PlanCore() => "";
                    [AgentRun] public override partial string [|Run|]();
                    private string RunCore() => "";
                    [AgentTool] public partial string Free();
                    private string FreeCore() => "";
                    [AgentTool] public partial int Count();
                    private int CountCore() => 1;
                }
                class [|Meeting|] : Tools, ICount { }
                class Further : Meeting { }
                """));

    [Fact]
    public async Task A_body_that_takes_the_place_of_one_that_records_is_reported()
        => Assert.Equal(
            ["'Plain.Run' overrides 'Owned.Run', " + Never, "'Annotated.Run' overrides 'Owned.Run', " + Never],
            await RuleTest.VerifyAsync<CalleeOverrideAnalyzer>(
                """
                partial class Owned
                {
                    [AgentTool] public virtual partial string Run();
                    private string RunCore() => "";
                }
                class Plain : Owned { public override string [|Run|]() => "plain"; }
                class Annotated : Owned { [AgentTool] public override string [|Run|]() => "annotated"; }
                partial class Again : Owned
                {
                    [AgentTool] public override partial string Run();
                    private string RunCore() => "again";
                }
                class Direct { [AgentTool] public virtual string Run() => ""; }
                class Override : Direct { public override string Run() => "x"; }
                """));
}
