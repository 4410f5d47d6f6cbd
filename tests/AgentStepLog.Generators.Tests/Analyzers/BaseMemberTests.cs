using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class BaseMemberTests
{
    [Fact]
    public async Task An_implementation_whose_interface_is_not_annotated_is_reported()
        => Assert.Equal(
            ["'IPlanner.PlanAsync' is not annotated while 'Planner.PlanAsync' is: calls through 'IPlanner' are not recorded; annotate it too"],
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
            ["'ICount.Count' is not annotated while 'Base.Count' is: calls through 'ICount' are not recorded; annotate it too"],
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
            ["'Base.Run' is not annotated while 'Last.Run' is: calls through 'Base' are not recorded; annotate it too"],
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
    public Task A_member_that_records_itself_needs_no_annotation_above_it()
        => RuleTest.VerifyAsync<BaseMemberAnalyzer>(
            """
            interface IPlanner { Task<string> PlanAsync(string question); }
            abstract class Base { public abstract string Run(); }
            partial class Planner : Base, IPlanner
            {
                [LlmCall] public partial Task<string> PlanAsync(string question);
                private Task<string> PlanAsyncCore(string question) => Task.FromResult(question);
                [AgentRun] public override partial string Run();
                private string RunCore() => "";
            }
            class Further : Planner { public int Use(IPlanner planner) => planner.PlanAsync("a").Result.Length; }
            """);

    [Fact]
    public async Task Foreign_interfaces_and_bases_are_named_as_well()
        => Assert.Equal(
            [
                "'IDisposable.Dispose' is not annotated while 'Tools.Dispose' is: calls through 'IDisposable' are not recorded; make the latter partial, without a body",
                "'object.ToString' is not annotated while 'Tools.ToString' is: calls through 'object' are not recorded; make the latter partial, without a body",
            ],
            await RuleTest.VerifyAsync<BaseMemberAnalyzer>(
                """
                class Tools : IDisposable
                {
                    [AgentTool] public void [|Dispose|]() { }
                    [AgentTool] public override string [|ToString|]() => "tools";
                }
                """));

    [Fact]
    public async Task A_call_that_names_the_class_is_reported_where_the_interface_alone_is_annotated()
        => Assert.Equal(
            [
                "'Counter.Count' is not annotated while 'ICount.Count' is: calls through 'Counter' are not recorded; annotate it too, or call it through the interface",
                "'Base.Count' is not annotated while 'ICount.Count' is: calls through 'Base' are not recorded; annotate it too, or call it through the interface",
                "'Derived.Count' is not annotated while 'ICount.Count' is: calls through 'Derived' are not recorded; annotate it too, or call it through the interface",
                "'Counter.Count' is not annotated while 'ICount.Count' is: calls through 'Counter' are not recorded; annotate it too, or call it through the interface",
            ],
            await RuleTest.VerifyAsync<BaseMemberAnalyzer>(
                """
                interface ICount { [AgentTool] int Count(string text); int Plain(); }
                struct Counter : ICount { public int Count(string text) => 1; public int Plain() => 1; }
                class Base { public int Count(string text) => 1; }
                class Meeting : Base, ICount { public int Plain() => 1; }
                class Virtual : ICount { public virtual int Count(string text) => 1; public int Plain() => 1; }
                class Derived : Virtual { public override int Count(string text) => 2; }
                class Use
                {
                    int All(Counter counter, Meeting meeting, Derived derived) =>
                        counter.[|Count|]("a") + counter.Plain() + meeting.[|Count|]("a") + derived.[|Count|]("a");
                    Func<string, int> Group(Counter counter) => counter.[|Count|];
                }
                """));

    [Fact]
    public Task A_call_through_the_interface_or_of_a_class_annotated_too_is_not_reported()
        => RuleTest.VerifyAsync<BaseMemberAnalyzer>(
            """
            interface ICount { [AgentTool] int Count(string text); }
            class Annotated : ICount { [AgentTool] public int Count(string text) => 1; }
            class Silent : ICount { public int Count(string text) => 1; public int Count(int other) => 1; }
            class Use { int All(Annotated annotated, Silent silent) => annotated.Count("a") + ((ICount)silent).Count("a") + silent.Count(1); }
            """);
}
