namespace AgentStepLog.IntegrationTests.Callee;

/// <summary>Every kind of method that can be declared without a body.</summary>
public sealed class KindTests
{
    [Fact]
    public void Struct_is_changed_in_place()
    {
        using var log = StepLog.InMemory();
        var buoys = new Buoy[1];

        buoys[0].Ring(2);
        Func<int, int> boxed = buoys[0].Ring;
        boxed(5);

        Assert.Equal(2, buoys[0].Count());
        Assert.Equal(["Ring", "Ring", "Count"], Tools(log));
    }

    [Fact]
    public void Generic_extension_and_interface_methods_keep_defaults_and_params()
    {
        using var log = StepLog.InMemory();

        Assert.Equal(5, new Pier.Post<string>("a").Hang<int>("a", 5));
        Assert.Null(new Pier.Post<string>("a").Hang<int>("a"));
        Assert.Equal("Ida by bowline 1/2", "Ida".Moor(lengths: [1, 2]));
        Assert.Equal("Ida by reef ", Pier.Moor("Ida", "reef"));
        Assert.Equal("SOS!", ((ISignal)new Lamp()).Send("SOS"));

        Assert.Equal(["Hang", "Hang", "Moor", "Moor", "Send"], Tools(log));
        Assert.All(log.Steps.OfType<ToolCallStep>(), static s => Assert.Equal(StepRoute.Callee, s.Route));
    }

    [Fact]
    public void Static_code_stands_beside_an_instance_declaration()
    {
        using var log = StepLog.InMemory();

        Assert.Equal("ab2", new Horn<string>().Blow("a", 'b', 1, 2));
        Assert.Equal(6, default(Whistle).Blow(3));
        Assert.Equal(4, ((IBell)new Bell()).Toll(4));

        Assert.Equal(["Blow", "Blow", "Toll"], Tools(log));
        Assert.All(log.Steps.OfType<ToolCallStep>(), static s => Assert.Equal(StepRoute.Callee, s.Route));
    }

    [Fact]
    public void Own_log_nesting_and_what_is_sensitive_are_as_everywhere()
    {
        using var own = StepLog.InMemory(new StepLogOptions { LlmContent = CaptureMode.Full });
        using var ambient = StepLog.InMemory();

        new Watch(own).Run("look");

        Assert.Empty(ambient.Steps.OfType<CallStep>());
        var run = Assert.Single(own.Steps.OfType<AgentCallStep>());
        var ask = Assert.Single(own.Steps.OfType<LlmCallStep>());
        Assert.Equal((run.SpanId, "m", StepRoute.Callee), (ask.ParentId, ask.Model, ask.Route));
        Assert.Equal((3, 4), (ask.InputTokens, ask.OutputTokens));
        Assert.DoesNotContain("\"x\"", ask.InputJson.ToString(), StringComparison.Ordinal);
        Assert.Contains("look", ask.InputJson.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_keep_their_aliases_and_streams_are_one_record_when_they_end()
    {
        using var log = StepLog.InMemory();
        var chart = new Chart();
        var from = 0;

        Assert.True(chart.TryFind(5, ref from, out var at));
        chart.At(1) = 7;
        Assert.Equal((1, 1, 7), (from, at, chart.At(1)));
        Assert.Equal(4, chart.Sum(1, 2));
        var walked = new List<int>();
        await foreach (var depth in chart.WalkAsync(TestContext.Current.CancellationToken))
        {
            walked.Add(depth);
        }

        Assert.Equal([3, 7], walked);
        Assert.Equal(["TryFind", "At", "At", "Sum", "Walk"], Tools(log));
        Assert.All(log.Steps.OfType<ToolCallStep>(), static s => Assert.Equal(StepRoute.Callee, s.Route));
        Assert.Equal("[3,7]", log.Steps.OfType<ToolCallStep>().Last().OutputJson.ToString());
    }

    [Fact]
    public void Without_a_log_a_call_allocates_nothing()
    {
        var buoy = default(Buoy);
        Call();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Call();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Call()
        {
            for (var i = 0; i < 100; i++)
            {
                buoy.Ring(i);
                buoy.Count();
            }
        }
    }

    private static IEnumerable<string> Tools(StepLog log) => log.Steps.OfType<ToolCallStep>().Select(static s => s.Tool);
}
