namespace AgentStepLog.IntegrationTests.Calls;

/// <summary><c>base.M()</c> of a virtual member: each written call leaves one step, and runs the code that it names.</summary>
public sealed class BaseCallTests
{
    [Fact]
    public void Call_by_base_runs_the_base_and_is_recorded_inside_the_call_of_the_override()
    {
        using var log = StepLog.InMemory();

        Assert.Equal("beach shore x", new Beach().Say("x"));

        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal(["Say", "Say"], steps.Select(s => s.Tool));
        var inner = Assert.Single(steps, s => s.ParentId == steps.Single(o => o.SpanId != s.SpanId).SpanId);
        Assert.Equal(("\"shore x\"", "Beach.Say"), (inner.OutputJson.ToString(), inner.Caller!.Member));
        Assert.Equal("AgentStepLog.IntegrationTests.Calls.Shore.Say", inner.Method);
    }

    [Fact]
    public void Calls_by_base_in_lambdas_local_functions_and_iterators_and_through_two_levels_are_recorded_once_each()
    {
        using var log = StepLog.InMemory();

        var said = new Dune(null).Say("x");

        // One of Dune's, three by base of Beach's, and from each of these one of Shore's.
        Assert.Equal("dune beach shore x1 beach shore x2 beach shore x3", said);
        Assert.Equal(7, log.Steps.OfType<ToolCallStep>().Count());
    }

    [Fact]
    public async Task Asynchronous_call_by_base_is_recorded_when_it_ends()
    {
        using var log = StepLog.InMemory();

        Assert.Equal("dune beach shore xbeach shore x4", await new Dune(null).SayAsync("x"));

        var outputs = log.Steps.OfType<ToolCallStep>().Select(s => s.OutputJson.ToString());
        Assert.Equal(["\"shore x\"", "\"beach shore x\"", "\"shore x4\"", "\"beach shore x4\"", "\"dune beach shore xbeach shore x4\""], outputs);
    }

    [Fact]
    public void Overload_defaults_failures_and_own_results_are_as_without_recording()
    {
        using var log = StepLog.InMemory();
        var dune = new Dune(null);

        Assert.Equal("3m", new Beach().Say(3));
        Assert.Equal("no", Assert.Throws<InvalidOperationException>(() => dune.CallFail("no")).Message);
        Assert.Same(dune, dune.Self());

        Assert.Equal(["SayNumber", "SayNumber", "Fail", "Fail", "Self", "Self"], log.Steps.OfType<ToolCallStep>().Select(s => s.Tool));
        Assert.Equal(2, log.Steps.OfType<ToolCallStep>().Count(s => s.Error is not null));
    }

    [Fact]
    public void Log_of_the_calling_type_takes_the_calls_by_base()
    {
        using var own = StepLog.InMemory();
        using var ambient = StepLog.InMemory();
        var dune = new Dune(own);

        dune.Say("x");

        // Dune calls Beach by base into its own log, and what Beach calls in turn goes where its parent went.
        Assert.Equal(6, own.Steps.OfType<ToolCallStep>().Count());
        Assert.Single(ambient.Steps.OfType<ToolCallStep>());
    }

    [Fact]
    public void Base_in_a_referenced_assembly_is_called_once()
    {
        using var log = StepLog.InMemory();
        var reef = new Reef();

        Assert.Equal("reef sea: x", reef.Describe("x"));

        Assert.Equal(1, reef.Runs);
        Assert.Equal(["\"sea: x\"", "\"reef sea: x\""], log.Steps.OfType<ToolCallStep>().Select(s => s.OutputJson.ToString()));
    }
}
