namespace AgentStepLog.IntegrationTests.FailClosed;

/// <summary>By whatever route a call comes, it is not made where it cannot be recorded first.</summary>
public sealed class RouteTests
{
    private static readonly Dictionary<string, Func<Till, Task>> s_routes = new()
    {
        ["direct"] = till => Task.FromResult(till.Pay(1)),
        ["direct, as a task"] = till => till.PayLater(1),
        ["callee"] = till => Task.FromResult(till.PayItself(1)),
        ["callee, by delegate"] = till => Task.FromResult(((Func<int, string>)till.PayItself)(1)),
        ["sequence"] = till => Task.FromResult(till.PayAll(1).Sum()),
        ["table"] = till => till.AgentTools().InvokeAsync("Pay", """{"amount":1}""").AsTask(),
        ["table, as a task"] = till => till.AgentTools().InvokeAsync("PayLater", """{"amount":1}""").AsTask(),
        ["table, callee"] = till => till.AgentTools().InvokeAsync("PayItself", """{"amount":1}""").AsTask(),
        ["table, sequence"] = till => till.AgentTools().InvokeAsync("PayAll", """{"amount":1}""").AsTask(),
    };

    public static TheoryData<string> Routes => [.. s_routes.Keys];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_call_that_cannot_be_recorded_first_is_not_made(string route)
    {
        var clock = new StoppingClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        var till = new Till();
        clock.Stops = true;
        var e = await Assert.ThrowsAsync<StepLogException>(() => s_routes[route](till));
        Assert.Contains("AgentStepLog.IntegrationTests.FailClosed.Till.Pay", e.Message, StringComparison.Ordinal);
        Assert.Contains("the clock stands", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, till.Paid);
        Assert.Same(log, StepLog.Current);

        clock.Stops = false;
        await s_routes[route](till);
        Assert.Equal(1, till.Paid);
        log.Complete();
        var call = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Null(call.ParentId);
        Assert.Equal(call.SpanId, Assert.Single(log.Steps.OfType<IntentStep>()).SpanId);
        Assert.Equal(1, Assert.Single(log.Steps.OfType<GapStep>()).Lost);
        Assert.DoesNotContain(log.Steps.OfType<EventStep>(), step => step.Name == "unfinished_steps");
    }

    [Fact]
    public void A_tool_that_says_FailOpen_goes_on_in_a_log_that_fails_closed_and_others_do_not()
    {
        var clock = new StoppingClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock, OnLogFailure = LogFailurePolicy.FailClosed });
        var till = new Till();
        clock.Stops = true;
        Assert.Equal("paid 2", till.PayAnyway(2));
        Assert.Throws<StepLogException>(() => till.Look());
        clock.Stops = false;
        Assert.Equal(2, till.Look());
    }

    [Fact]
    public void Without_a_log_there_is_nothing_to_fail()
    {
        Assert.Equal("paid 3", new Till().Pay(3));
    }
}
