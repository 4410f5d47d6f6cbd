using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class OwnLogTests
{
    [Fact]
    public async Task A_log_that_generated_code_cannot_read_is_reported_at_its_type()
    {
        var messages = await RuleTest.VerifyAsync<OwnLogAnalyzer>(
            """
            class [|Primary|](StepLog log) { [AgentTool] public bool Run() => log is null; }
            class [|Computed|] { StepLog Log => StepLog.Current!; [AgentTool] public bool Run() => Log is null; }
            class Generic<T> { protected StepLog? Log { get; set; } }
            class [|Inherits|] : Generic<int> { [AgentTool] public bool Run() => Log is null; }
            static class [|Static|] { static readonly StepLog? s_log = null; [AgentTool] public static bool Run() => s_log is null; }
            """);
        Assert.Equal(
            "'Primary' holds the log 'log', which generated code cannot read: its steps go to the active log; hold it in a field or auto-property, or make the type partial",
            messages[0]);
    }

    [Fact]
    public Task A_log_within_reach_and_a_type_that_records_nothing_are_silent()
        => RuleTest.VerifyAsync<OwnLogAnalyzer>(
            """
            partial class Primary(StepLog log) { [AgentTool] public bool Run() => log is null; }
            class Field(StepLog log) { readonly StepLog _log = log; StepLog Log => _log; [AgentTool] public bool Run() => Log is null; }
            class Generic<T> { protected StepLog? Log { get; set; } }
            partial class Inherits : Generic<int> { [AgentTool] public bool Run() => Log is null; }
            class Instance { readonly StepLog? _log = null; [AgentTool] public static bool Run() => true; bool Other() => _log is null; }
            class Host(StepLog log) { public bool Run() => log is null; }
            class Given { [AgentTool] public bool Run(StepLog log) => log is null; }
            """);
}
