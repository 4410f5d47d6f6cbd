#pragma warning disable CA2012 // A caller hands the value task on, once.
using AgentStepLog.IntegrationTests.Shapes;

namespace AgentStepLog.IntegrationTests.Callee;

/// <summary>A method that records itself ends as it would without: same value, exception object, task status, async locals.</summary>
public sealed class OutcomeTests
{
    private static readonly Dictionary<string, (Func<Boat, Mode, object?> Recorded, Func<Raft, Mode, object?> Plain)> s_shapes = new()
    {
        ["void"] = (static (b, m) => { b.Nothing(m); return null; }, static (r, m) => { r.Nothing(m); return null; }),
        ["int"] = (static (b, m) => b.Value(m), static (r, m) => r.Value(m)),
        ["Task"] = (static (b, m) => b.Task(m), static (r, m) => r.Task(m)),
        ["Task<int>"] = (static (b, m) => b.TaskOfInt(m), static (r, m) => r.TaskOfInt(m)),
        ["ValueTask"] = (static (b, m) => b.ValueTask(m), static (r, m) => r.ValueTask(m)),
        ["ValueTask<int>"] = (static (b, m) => b.ValueTaskOfInt(m), static (r, m) => r.ValueTaskOfInt(m)),
    };

    public static TheoryData<string, Mode> Cases()
    {
        var cases = new TheoryData<string, Mode>();
        foreach (var shape in s_shapes.Keys)
        {
            foreach (var mode in Enum.GetValues<Mode>())
            {
                cases.Add(shape, mode);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Recorded_call_ends_as_the_plain_one(string shape, Mode mode)
    {
        var plain = await Outcome.Of(shape, () => s_shapes[shape].Plain(new(), mode));
        var inactive = await Outcome.Of(shape, () => s_shapes[shape].Recorded(new(), mode));
        using var log = StepLog.InMemory();
        var recorded = await Outcome.Of(shape, () => s_shapes[shape].Recorded(new(), mode));

        Assert.Equal(plain, inactive);
        Assert.Equal(plain, recorded);
        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal((StepRoute.Callee, null), (step.Route, step.Caller));
        Assert.Equal(mode is not (Mode.Return or Mode.ReturnLater), step.Error is not null);
        Assert.DoesNotContain(step.ErrorFrames, static f => f.StartsWith("AgentStepLog.", StringComparison.Ordinal) && !f.StartsWith("AgentStepLog.IntegrationTests.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Model_that_calls_a_virtual_tool_gets_to_the_override_and_leaves_one_record_of_the_table()
    {
        using var log = StepLog.InMemory();
        Boat ferry = new Ferry();

        var value = await ferry.AgentTools()["TaskOfInt"].InvokeAsync("""{"mode":"Return"}""", new() { CallId = "call-1" }, TestContext.Current.CancellationToken);

        Assert.Equal("7", value.Content);
        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal((StepRoute.Table, "call-1"), (step.Route, step.CallId));
        Assert.Equal("AgentStepLog.IntegrationTests.Callee.Ferry.TaskOfInt", step.Method);
    }

    [Fact]
    public async Task Table_hands_its_origin_to_one_call_only()
    {
        using var log = StepLog.InMemory();
        Boat ferry = new Ferry();

        await ferry.AgentTools()["Value"].InvokeAsync("""{"mode":"Return"}""", cancellationToken: TestContext.Current.CancellationToken);
        ferry.Value(Mode.Return);

        Assert.Equal(
            [("Boat.Value", StepRoute.Callee), ("Ferry.Value", StepRoute.Table), ("Boat.Value", StepRoute.Callee), ("Ferry.Value", StepRoute.Callee)],
            log.Steps.OfType<ToolCallStep>().Select(s => (s.Method![(s.Method!.LastIndexOf('.', s.Method.LastIndexOf('.') - 1) + 1)..], s.Route)));
    }

    [Fact]
    public async Task Table_that_found_no_log_hands_nothing_to_a_later_call()
    {
        Boat boat = new();
        await boat.AgentTools()["Value"].InvokeAsync("""{"mode":"Return"}""", cancellationToken: TestContext.Current.CancellationToken);
        using var log = StepLog.InMemory();

        boat.Value(Mode.Return);

        Assert.Equal(StepRoute.Callee, Assert.Single(log.Steps.OfType<ToolCallStep>()).Route);
    }
}
