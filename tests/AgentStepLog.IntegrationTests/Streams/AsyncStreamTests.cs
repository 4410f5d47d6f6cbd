#pragma warning disable xUnit1051 // each test says itself which token the stream gets
namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>An async stream that is recorded behaves as it would without a log, and each enumeration of it is a step.</summary>
public sealed class AsyncStreamTests
{
    private static readonly Waves s_unrecorded = new();

    [Fact]
    public async Task Nothing_runs_and_nothing_is_recorded_until_the_stream_is_enumerated()
    {
        using var log = StepLog.InMemory();
        var waves = new Waves();

        var stream = waves.CountAsync(3);
        var enumerator = stream.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await enumerator.DisposeAsync();

        Assert.Empty(waves.Events);
        log.Complete();
        Assert.Empty(log.Steps.OfType<CallStep>());
        Assert.Empty(log.Steps.OfType<EventStep>());
    }

    [Fact]
    public async Task Whole_stream_is_one_step_with_its_items()
    {
        using var log = StepLog.InMemory();

        var items = await List(new Waves().CountAsync(3));

        var step = Stream(log);
        Assert.Equal([0, 1, 2], items);
        Assert.Equal("[0,1,2]", step.OutputJson.ToString());
        Assert.Equal((3L, null, false, null), (step.Items, step.ItemsLeftOut, step.Incomplete, step.Error));
        Assert.InRange(step.FirstItem!.Value, TimeSpan.Zero, step.Duration);
        Assert.Equal("""{"count":3,"fail":-1}""", step.InputJson.ToString());
        Assert.Equal("Streams/AsyncStreamTests.cs", step.Caller!.File);
    }

    [Fact]
    public async Task Each_enumeration_is_a_step_of_its_own()
    {
        using var log = StepLog.InMemory();

        var stream = new Waves().CountAsync(2);
        await Task.WhenAll(List(stream), List(stream), List(stream));

        var steps = log.Steps.OfType<ToolCallStep>().Where(s => s.Tool == "Count").ToList();
        Assert.Equal(3, steps.Select(s => s.SpanId).Distinct().Count());
        Assert.All(steps, s => Assert.Equal(("[0,1]", """{"count":2,"fail":-1}"""), (s.OutputJson.ToString(), s.InputJson.ToString())));
    }

    [Fact]
    public async Task Steps_of_the_callee_are_children_and_those_of_the_consumer_between_items_are_not()
    {
        using var log = StepLog.InMemory();
        using var parent = log.ToolCall("parent");
        var waves = new Waves();

        await foreach (var wave in waves.CountAsync(3))
        {
            new Waves().Measure(wave + 10);
        }

        parent.Complete();
        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        var (stream, outer) = (Stream(log), steps.Single(s => s.Tool == "parent"));
        Assert.Equal(outer.SpanId, stream.ParentId);
        Assert.Equal([0, 1, 2, -1], Measured(stream.SpanId));
        Assert.Equal([10, 11, 12], Measured(outer.SpanId));

        List<int> Measured(string of) => steps.Where(s => s.Tool == "Measure" && s.ParentId == of)
            .Select(s => s.InputJson.ToElement().GetProperty("wave").GetInt32()).ToList();
    }

    [Fact]
    public async Task Early_break_disposes_the_stream_and_records_it_as_incomplete()
    {
        using var log = StepLog.InMemory();
        var waves = new Waves();

        await foreach (var wave in waves.CountAsync(5))
        {
            if (wave == 1)
            {
                break;
            }
        }

        var step = Stream(log);
        Assert.Equal(["begin", "end"], waves.Events);
        Assert.Equal((true, null, 2L, "[0,1]"), (step.Incomplete, step.Error, step.Items, step.OutputJson.ToString()));
        Assert.Contains(log.Steps.OfType<ToolCallStep>(), s => s.Tool == "Measure" && s.ParentId == step.SpanId && s.OutputJson.ToString() == "-1");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Exception_in_the_middle_is_the_callees_own_and_ends_the_step(int at)
    {
        using var log = StepLog.InMemory();
        var waves = new Waves();

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => List(waves.CountAsync(5, at)));

        var step = Stream(log);
        Assert.Same(waves.Thrown, thrown);
        Assert.Equal(("Out of waves.", "System.IO.InvalidDataException", (long)at), (step.Error, step.ErrorType, step.Items));
        Assert.Equal(at == 0, step.OutputJson.IsAbsent);
        Assert.Contains("Waves.", step.ErrorFrames[0], StringComparison.Ordinal);
        Assert.False(step.Incomplete);
        Assert.DoesNotContain("AgentStepLog.Capture", thrown.StackTrace!, StringComparison.Ordinal);
        Assert.DoesNotContain("AgentStepLog.CompilerServices", thrown.StackTrace!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_reaches_the_callee_by_argument_and_by_WithCancellation()
    {
        using var log = StepLog.InMemory();
        using var source = new CancellationTokenSource();
        var waves = new Waves();

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var wave in waves.CountAsync(5).WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        });

        Assert.Equal((source.Token, source.Token), (waves.Seen, canceled.CancellationToken));
        Assert.True(Stream(log).Canceled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => List(waves.CountAsync(5, cancellationToken: source.Token)));
        Assert.Equal(source.Token, waves.Seen);
    }

    [Fact]
    public async Task Call_that_throws_before_it_returns_a_stream_throws_at_once()
    {
        using var log = StepLog.InMemory();
        var waves = new Waves();

        Assert.Same(waves.Thrown, Assert.Throws<InvalidDataException>(() => { waves.Checked(-1); }));
        Assert.Equal("Out of waves.", log.Steps.OfType<ToolCallStep>().Single().Error);

        await List(waves.Checked(1));
        var outer = log.Steps.OfType<ToolCallStep>().Single(s => s is { Tool: "Checked", Error: null });
        Assert.Equal(outer.SpanId, Stream(log).ParentId);
    }

    [Fact]
    public async Task Async_locals_are_as_in_the_plain_enumeration()
    {
        Assert.Equal(await Seen(new Waves().CountAsync(3)), await RecordedSeen());

        static async Task<string> RecordedSeen()
        {
            using var log = StepLog.InMemory();
            return await Seen(new Waves().CountAsync(3));
        }

        static async Task<string> Seen(IAsyncEnumerable<int> stream)
        {
            Waves.Ambient.Value = "consumer";
            var seen = "";
            await foreach (var wave in stream)
            {
                seen += Waves.Ambient.Value;
            }

            return seen;
        }
    }

    [Fact]
    public async Task Stream_that_is_disposed_twice_and_moved_after_that_leaves_one_step()
    {
        using var log = StepLog.InMemory();
        var enumerator = new Waves().CountAsync(3).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await enumerator.MoveNextAsync());
        await enumerator.DisposeAsync();
        await enumerator.DisposeAsync();

        Assert.False(await enumerator.MoveNextAsync());
        await enumerator.DisposeAsync();
        Assert.True(Stream(log).Incomplete);
    }

    [Fact]
    public async Task Stream_that_is_dropped_without_disposal_is_an_unfinished_step()
    {
        using var log = StepLog.InMemory();
        Assert.True(await new Waves().CountAsync(3).GetAsyncEnumerator(TestContext.Current.CancellationToken).MoveNextAsync());

        log.Complete();

        Assert.Equal(1, log.Steps.OfType<EventStep>().Single(e => e.Name == "unfinished_steps").Data.ToElement().GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Log_that_is_closed_in_the_middle_leaves_the_stream_alone()
    {
        using var log = StepLog.InMemory();
        var stream = new Waves().CountAsync(3);
        var items = new List<int>();
        await foreach (var wave in stream)
        {
            items.Add(wave);
            log.Dispose();
        }

        Assert.Equal([0, 1, 2], items);
        Assert.Equal([0, 1, 2], await List(stream));
        Assert.DoesNotContain(log.Steps.OfType<ToolCallStep>(), s => s.Tool == "Count");
        Assert.Equal(2, log.Health.Late);
    }

    [Fact]
    public async Task Without_a_log_the_callees_own_object_is_returned()
    {
        var type = s_unrecorded.CountAsync(1).GetType();
        Assert.DoesNotContain("Recorded", type.Name, StringComparison.Ordinal);
        Assert.Equal([0], await List(s_unrecorded.CountAsync(1)));
    }

    [Theory]
    [InlineData(CaptureMode.None, null)]
    [InlineData(CaptureMode.Hash, "$hash")]
    [InlineData(CaptureMode.Full, "[0,1]")]
    public async Task Items_are_captured_by_the_mode_and_counted_in_each(CaptureMode mode, string? expected)
    {
        using var log = StepLog.InMemory(new() { ToolContent = mode });
        await List(new Waves().CountAsync(2));

        var step = Stream(log);
        Assert.Equal(2, step.Items);
        Assert.Equal(expected is null, step.OutputJson.IsAbsent);
        Assert.Contains(expected ?? "", step.OutputJson.IsAbsent ? "" : step.OutputJson.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensitive_result_is_withheld_and_counted()
    {
        using var log = StepLog.InMemory();
        await List(new Waves().SecretAsync());

        var step = log.Steps.OfType<ToolCallStep>().Single();
        Assert.Equal(("\"[redacted:place]\"", 1L), (step.OutputJson.ToString(), step.Items));
        Assert.Single(step.Withheld);
    }

    [Fact]
    public async Task Task_of_a_stream_is_one_step_and_what_ran_before_the_stream_is_its_child()
    {
        using var log = StepLog.InMemory();
        var waves = new Waves();

        Assert.Equal([0, 1], await List(await waves.LaterAsync(2, fail: false)));
        var task = waves.LaterAsync(2, fail: true);
        Assert.Same(waves.Thrown, await Assert.ThrowsAsync<InvalidDataException>(() => task));

        Assert.Equal(TaskStatus.Faulted, task.Status);
        var steps = log.Steps.OfType<ToolCallStep>().Where(s => s.Tool == "Later").ToList();
        Assert.Equal(["Out of waves.", null], steps.Select(s => s.Error).Reverse());
        Assert.Equal(("[0,1]", 2L), (steps[0].OutputJson.ToString(), steps[0].Items));
        Assert.Contains(log.Steps.OfType<ToolCallStep>(), s => s.Tool == "Measure" && s.ParentId == steps[0].SpanId && s.OutputJson.ToString() == "100");
    }

    [Fact]
    public async Task Enumerator_as_a_result_is_recorded_as_its_one_enumeration()
    {
        using var log = StepLog.InMemory();
        await using (var enumerator = new Waves().EnumerateAsync(2))
        {
            while (await enumerator.MoveNextAsync())
            {
            }
        }

        Assert.Equal("[0,1]", log.Steps.OfType<ToolCallStep>().Single(s => s.Tool == "EnumerateAsync").OutputJson.ToString());
    }

    private static ToolCallStep Stream(StepLog log) => Assert.Single(log.Steps.OfType<ToolCallStep>(), s => s.Tool == "Count");

    private static async Task<List<int>> List(IAsyncEnumerable<int> stream)
    {
        var list = new List<int>();
        await foreach (var item in stream)
        {
            list.Add(item);
        }

        return list;
    }

    private static async Task List(IAsyncEnumerable<string> stream)
    {
        await foreach (var item in stream)
        {
        }
    }
}
