using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class BaseMemberTests
{
    [Fact]
    public async Task An_implementation_whose_interface_is_not_annotated_is_reported()
        => Assert.Equal(
            ["'IPlanner.PlanAsync' is not annotated while 'Planner.PlanAsync' is: calls through 'IPlanner' are not recorded"],
            await RuleTest.VerifyAsync<BaseMemberAnalyzer>(
                """
                interface IPlanner { Task<string> PlanAsync(string question); void Other(); }
                class Planner : IPlanner
                {
                    [LlmCall] public Task<string> [|PlanAsync|](string question) => Task.FromResult(question);
                    public void Other() { }
                }
                """));

    [Fact]
    public Task Annotated_on_both_sides_or_on_the_interface_alone_nothing_is_said()
        => RuleTest.VerifyAsync<BaseMemberAnalyzer>(
            """
            interface IPlanner { [LlmCall] string Plan(string question); [AgentTool] int Count(); }
            class Planner : IPlanner
            {
                [LlmCall] public string Plan(string question) => question;
                public int Count() => 1;
            }
            """);

    [Fact]
    public Task Structs_generic_and_inherited_interfaces_are_interfaces_too()
        => RuleTest.VerifyAsync<BaseMemberAnalyzer>(
            """
            interface IRun<T> { T Run(T task); }
            interface IAgent : IRun<string> { }
            struct Agent : IAgent { [AgentRun] public string [|Run|](string task) => task; }
            record Other : IRun<int> { [AgentRun] public int [|Run|](int task) => task; }
            """);

    [Fact]
    public async Task An_inherited_implementation_is_reported_where_type_and_interface_meet()
        => Assert.Equal(
            ["'ICount.Count' is not annotated while 'Base.Count' is: calls through 'ICount' are not recorded"],
            await RuleTest.VerifyAsync<BaseMemberAnalyzer>(
                """
                interface ICount { int Count(); }
                class Base { [AgentTool] public int Count() => 1; }
                class [|Derived|] : Base, ICount { }
                class Further : Derived { }
                """));

    [Fact]
    public async Task An_override_names_the_first_declaration_since_that_one_covers_all()
        => Assert.Equal(
            ["'Base.Run' is not annotated while 'Last.Run' is: calls through 'Base' are not recorded"],
            await RuleTest.VerifyAsync<BaseMemberAnalyzer>(
                """
                abstract class Base { public abstract string Run(); }
                class Middle : Base { public override string Run() => ""; }
                class Last : Middle { [AgentRun] public override string [|Run|]() => "x"; }
                """));

    [Fact]
    public Task An_annotated_base_covers_its_overrides()
        => RuleTest.VerifyAsync<BaseMemberAnalyzer>(
            """
            abstract class Base { [AgentRun] public abstract string Run(); }
            class Middle : Base { public override string Run() => ""; }
            class Last : Middle { [AgentRun] public override string Run() => "x"; }
            """);

    [Fact]
    public async Task Foreign_interfaces_and_bases_are_named_as_well()
        => Assert.Equal(
            [
                "'IDisposable.Dispose' is not annotated while 'Tools.Dispose' is: calls through 'IDisposable' are not recorded",
                "'object.ToString' is not annotated while 'Tools.ToString' is: calls through 'object' are not recorded",
            ],
            await RuleTest.VerifyAsync<BaseMemberAnalyzer>(
                """
                class Tools : IDisposable
                {
                    [AgentTool] public void [|Dispose|]() { }
                    [AgentTool] public override string [|ToString|]() => "tools";
                }
                """));
}
