namespace AgentStepLog.IntegrationTests.Calls;

/// <summary>Calls as people write them: nested, parallel, named, by an interface, on null, with a log of their own.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task Steps_nest_across_awaits_and_parallel_calls()
    {
        using var log = StepLog.InMemory();

        await new Agent().RunAsync("surf");

        var agent = Assert.Single(log.Steps.OfType<AgentCallStep>());
        var tools = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal("Agent", agent.Agent);
        Assert.Single(log.Steps.OfType<IntentStep>(), i => i.SpanId == agent.SpanId);
        Assert.Equal(3, tools.Count(t => t.Tool == "Outer"));
        foreach (var outer in tools.Where(t => t.Tool == "Outer"))
        {
            Assert.Equal(agent.SpanId, outer.ParentId);
            var inner = Assert.Single(tools, t => t.Tool == "Inner" && t.ParentId == outer.SpanId);
            Assert.Equal(outer.InputJson, inner.InputJson);
        }
    }

    [Fact]
    public void Arguments_keep_their_order_of_evaluation_and_the_callers_info()
    {
        using var log = StepLog.InMemory();
        var order = "";
        string Next(string name)
        {
            order += name;
            return name;
        }

        var text = Arguments.Describe(c: Next("c"), a: Next("a"));

        Assert.Equal("ca", order);
        Assert.Equal("a-b-c by Arguments_keep_their_order_of_evaluation_and_the_callers_info", text);
        Assert.Equal("a", Only(log).InputJson.ToElement().GetProperty("a").GetString());
    }

    [Fact]
    public void A_call_in_an_initialiser_names_the_property_as_its_caller()
    {
        using var log = StepLog.InMemory();

        _ = new Initialised();

        Assert.Equal("Initialised.Text", Only(log).Caller!.Member);
    }

    [Fact]
    public void Call_on_null_throws_as_ever_and_leaves_no_step()
    {
        using var log = StepLog.InMemory();
        Agent agent = null!;

        Assert.Throws<NullReferenceException>(() => { agent.Touch(); });
        Assert.Null(agent?.Touch());

        Assert.Empty(log.Steps.OfType<CallStep>());
    }

    [Fact]
    public void Struct_is_changed_in_place()
    {
        using var log = StepLog.InMemory();
        var counters = new Counter[1];

        counters[0].Next();
        counters[0].Next();

        Assert.Equal(2, counters[0].Count);
        Assert.Equal(2, log.Steps.OfType<ToolCallStep>().Count());
    }

    [Fact]
    public void Own_log_of_the_type_takes_precedence_over_the_ambient_one()
    {
        using var own = StepLog.InMemory();
        using var ambient = StepLog.InMemory();

        new WithField(own).Call();
        new WithParameter(own).Call();
        new WithPrivateField(own).Call();
        new WithField(null).Call();

        Assert.Equal(3, own.Steps.OfType<ToolCallStep>().Count());
        Assert.Single(ambient.Steps.OfType<ToolCallStep>());
    }

    [Fact]
    public void Llm_call_says_what_the_answer_says()
    {
        using var log = StepLog.InMemory();

        new Chat().Ask("How are the waves?");

        var step = Assert.Single(log.Steps.OfType<LlmCallStep>());
        Assert.Equal(("gpt-x", "openai", "Stop", "r-1"), (step.Model, step.Provider, step.StopReason, step.ResponseId));
        Assert.Equal((10, 20, 5, 7), (step.InputTokens, step.OutputTokens, step.CachedTokens, step.ReasoningTokens));
        Assert.True(step.OutputJson.IsAbsent);
    }

    [Fact]
    public void Call_without_a_log_is_counted_and_goes_on()
    {
        var before = UnrecordedCalls.Total;

        Assert.Equal("touched", new Agent().Touch());

        Assert.True(UnrecordedCalls.Total > before);
    }

    [Fact]
    public void Override_that_calls_another_recorded_method_leaves_a_step_for_each()
    {
        using var log = StepLog.InMemory();
        Waves waves = new BigWaves();

        waves.Measure(2);
        new BigWaves().Measure(3);

        Assert.Equal(["Surf", "Measure", "Surf", "Measure"], log.Steps.OfType<ToolCallStep>().Select(s => s.Tool));
    }

    private static ToolCallStep Only(StepLog log) => Assert.Single(log.Steps.OfType<ToolCallStep>());
}
