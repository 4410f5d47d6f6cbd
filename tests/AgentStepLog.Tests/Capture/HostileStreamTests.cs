#pragma warning disable xUnit1051 // the streams end by themselves
#pragma warning disable xUnit1031 // one of them blocks, as users do
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Capture;

/// <summary>Streams whose every member makes trouble, and users of streams who do: the step ends once, and the trouble stays as it is.</summary>
public sealed class HostileStreamTests
{
    public static TheoryData<string> Places => new("open", "move", "move later", "close", "close later");

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Exceptions_come_out_where_and_as_they_are_thrown_and_the_step_says_them(string place)
    {
        using var log = StepLog.InMemory();
        var thrown = new InvalidDataException(place);

        var plain = await Assert.ThrowsAsync<InvalidDataException>(() => First(Broken()));
        var recorded = await Assert.ThrowsAsync<InvalidDataException>(() => First(Streams.Async(Broken())));

        Assert.Same(plain, recorded);
        var step = LogLines.Single(log, "tool_call");
        Assert.Equal(place, LogLines.Text(step, "error"));
        Assert.Equal("System.IO.InvalidDataException", LogLines.Text(step, "error_type"));
        Assert.Equal((0L, 0L), (log.Health.Lost, log.Health.Late));

        Feed<int> Broken()
        {
            var feed = new Feed<int> { Read = static () => 1, Move = static () => new(true) };
            switch (place)
            {
                case "open": feed.Open = () => throw thrown; break;
                case "move": feed.Move = () => throw thrown; break;
                case "move later": feed.Move = async () => { await Task.Yield(); throw thrown; }; break;
                case "close": feed.Close = () => throw thrown; break;
                default: feed.Close = async () => { await Task.Yield(); throw thrown; }; break;
            }

            return feed;
        }

        static async Task First(IAsyncEnumerable<int> stream)
        {
            await foreach (var item in stream)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task A_current_that_throws_does_so_for_who_reads_it_and_the_item_is_counted()
    {
        using var log = StepLog.InMemory();
        var reads = 0;
        var left = 2;
        var feed = new Feed<int> { Move = () => new(left-- > 0), Read = () => ++reads % 2 == 1 ? throw new TimeZoneNotFoundException("no") : 5 };

        await using (var items = Streams.Async(feed).GetAsyncEnumerator())
        {
            while (await items.MoveNextAsync())
            {
            }
        }

        var step = Step(log);
        Assert.Equal((2L, null), (step.Items, step.Error));
        Assert.Equal("An item could not be read: [unreadable:System.TimeZoneNotFoundException]", Assert.Single(step.Notes));
    }

    [Fact]
    public async Task Items_whose_writer_throws_have_their_mark_in_the_array()
    {
        using var log = StepLog.InMemory();
        Assert.Equal([0, 1, 2], await Streams.Drain(Streams.Async(
            () => Count(3), static (w, v) =>
            {
                w.BeginObject();
                w.Property("a");
                if (v == 1)
                {
                    throw new InvalidDataException("no");
                }

                w.Value(v);
                w.EndObject();
            })));

        Assert.Equal("""[{"a":0},"[unreadable:System.IO.InvalidDataException]",{"a":2}]""", Step(log).OutputJson.ToString());
    }

    [Fact]
    public async Task An_item_that_disposes_of_its_stream_while_it_is_written_ends_the_step_after_that()
    {
        using var log = StepLog.InMemory();
        IAsyncEnumerator<int>? items = null;
        items = Streams.Async(() => Count(3), (w, v) =>
        {
            items!.DisposeAsync().AsTask().Wait(TimeSpan.FromMinutes(30));
            Calls.Say("another step, with a scope of its own");
            w.Value(v);
        }).GetAsyncEnumerator();

        Assert.True(await items.MoveNextAsync());

        var stream = Assert.Single(log.Steps.OfType<ToolCallStep>(), s => s.Items is not null);
        Assert.Equal(("[0]", 1L, true), (stream.OutputJson.ToString(), stream.Items, stream.Incomplete));
        Calls.Say("after");
        Assert.Equal("\"after\"", log.Steps.OfType<ToolCallStep>().Last().OutputJson.ToString());
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public async Task An_item_that_asks_for_the_next_while_it_is_written_is_not_written_twice()
    {
        using var log = StepLog.InMemory();
        IAsyncEnumerator<int>? items = null;
        items = Streams.Async(() => Count(3), (w, v) =>
        {
            if (v == 0)
            {
                items!.MoveNextAsync().AsTask().Wait(TimeSpan.FromMinutes(30));
            }

            w.Value(v);
        }).GetAsyncEnumerator();

        Assert.True(await items.MoveNextAsync());
        Assert.Equal(1, items.Current);
        Assert.True(await items.MoveNextAsync());
        Assert.False(await items.MoveNextAsync());

        var step = Step(log);
        Assert.Equal(("[0,2]", 3L), (step.OutputJson.ToString(), step.Items));
        Assert.Equal("Items that came while another one was read are counted only.", Assert.Single(step.Notes));
    }

    [Fact]
    public void Who_holds_a_lock_on_what_it_enumerates_waits_no_longer_than_without_a_log()
    {
        using var log = StepLog.InMemory();
        var items = Streams.Async(Count(2, async: true)).GetAsyncEnumerator();
        lock (items)
        {
            Assert.True(items.MoveNextAsync().AsTask().Wait(TimeSpan.FromMinutes(30)), "The step waits for a lock of the user's.");
        }
    }

    [Fact]
    public async Task Requests_for_items_at_the_same_time_are_counted_and_leave_one_step()
    {
        using var log = StepLog.InMemory();
        var left = 2000;
        var feed = new Feed<int> { Move = () => new(Interlocked.Decrement(ref left) >= 0), Read = static () => 7 };
        var items = Streams.Async(feed).GetAsyncEnumerator();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (await items.MoveNextAsync())
            {
            }
        })));
        await items.DisposeAsync();

        var step = Step(log);
        Assert.InRange(step.Items!.Value, 1, 2000);
        Assert.All(step.OutputJson.ToElement().EnumerateArray(), i => Assert.Equal(7, i.GetInt32()));
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public async Task Endless_streams_that_are_left_early_and_null_items_are_as_they_are()
    {
        using var log = StepLog.InMemory();
        var feed = new Feed<string?> { Move = static () => new(true), Read = static () => null };
        var seen = 0;
        await foreach (var item in Streams.Async(() => feed, static (w, v) => w.Value(v)))
        {
            Assert.Null(item);
            if (++seen == 3)
            {
                break;
            }
        }

        Assert.Equal(("[null,null,null]", true), (Step(log).OutputJson.ToString(), Step(log).Incomplete));
    }

    [Fact]
    public async Task Ids_and_a_clock_that_throw_lose_the_record_and_nothing_else()
    {
        var clock = new FixedClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        var stream = Streams.Async(Count(2));
        clock.Fails = true;

        Assert.Equal([0, 1], await Streams.Drain(stream));
        Assert.Equal([0, 1], await Streams.Drain(stream));
        Assert.Equal([0, 1], await Streams.Drain(Streams.Async(Count(2))));

        Assert.Equal(3, log.Health.Lost);
        clock.Fails = false;
        await Streams.Drain(stream);
        log.Complete();
        Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.DoesNotContain(log.Steps.OfType<EventStep>(), e => e.Name == "unfinished_steps");
    }

    [Fact]
    public async Task A_storage_that_fails_loses_the_record_and_nothing_else()
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files);
        var stream = Streams.Async(Count(2));
        files.Fails = static call => call == "append";
        Assert.Equal([0, 1], await Streams.Drain(stream));
        files.Fails = static _ => false;
        Assert.Equal([0, 1], await Streams.Drain(stream));
        log.Complete();

        Assert.True(files.Faults > 0);
        Assert.Equal(1, log.Health.Lost);
        Assert.Single(log.Steps.OfType<GapStep>());
        Assert.Single(log.Steps.OfType<ToolCallStep>());
    }

    private static ToolCallStep Step(StepLog log) => Assert.Single(log.Steps.OfType<ToolCallStep>());

    private static async IAsyncEnumerable<int> Count(int count, bool async = false)
    {
        for (var i = 0; i < count; i++)
        {
            if (async)
            {
                await Task.Delay(20);
            }

            yield return i;
        }
    }
}
