#pragma warning disable xUnit1051 // each test says itself which token the stream gets
using System.Runtime.CompilerServices;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Capture;

/// <summary>How an enumeration becomes a step, whatever its user does with it.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task Items_past_four_mebibytes_are_counted_only()
    {
        using var folder = new TempDirectory();
        using var log = StepLog.Start(folder.Path);
        var item = new string('x', 100_000);

        Assert.Equal(60, (await Streams.Drain(Streams.Async(() => Repeat(item, 60), static (w, v) => w.Value(v)))).Count);

        var step = Step(log);
        var kept = step.OutputJson.ToElement().GetArrayLength();
        Assert.Equal((60L, 60L - kept), (step.Items, step.ItemsLeftOut));
        Assert.InRange(kept, 41, 43);
        log.Complete();
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Fact]
    public async Task One_huge_item_is_kept_and_those_after_it_are_not()
    {
        using var log = StepLog.InMemory();
        await Streams.Drain(Streams.Async(() => Repeat(new string('x', 5 << 20), 2), static (w, v) => w.Value(v)));

        Assert.Equal((2L, 1L, 1), (Step(log).Items, Step(log).ItemsLeftOut, Step(log).OutputJson.ToElement().GetArrayLength()));
    }

    [Fact]
    public async Task Stream_that_is_disposed_of_before_the_first_request_never_ran()
    {
        using var log = StepLog.InMemory();
        var items = Streams.Async(Count(2)).GetAsyncEnumerator();
        await items.DisposeAsync();
        await items.DisposeAsync();
        log.Complete();

        Assert.Empty(log.Steps.OfType<CallStep>());
        Assert.Empty(log.Steps.OfType<EventStep>());
    }

    [Fact]
    public async Task Stream_that_is_enumerated_twice_is_two_steps_with_the_same_input_and_parent()
    {
        using var log = StepLog.InMemory();
        using var agent = log.AgentCall("a");
        var stream = Streams.Async(Count(2));
        await Streams.Drain(stream);
        await Streams.Drain(stream);
        agent.Complete();

        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal(2, steps.Select(s => s.SpanId).Distinct().Count());
        Assert.Single(steps.Select(s => s.ParentId).Distinct());
    }

    [Fact]
    public async Task Token_that_is_canceled_in_the_middle_leaves_a_canceled_step_with_the_items_so_far()
    {
        using var log = StepLog.InMemory();
        using var source = new CancellationTokenSource();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in Streams.Async(Count(9)).WithCancellation(source.Token))
            {
                if (item == 1)
                {
                    await source.CancelAsync();
                }
            }
        });

        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Equal((true, 2L, "[0,1]"), (Step(log).Canceled, Step(log).Items, Step(log).OutputJson.ToString()));
    }

    [Fact]
    public async Task Log_that_is_closed_in_the_middle_counts_a_late_step_and_one_that_is_closed_before_too()
    {
        using var log = StepLog.InMemory();
        var stream = Streams.Async(Count(3));
        var items = stream.GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        log.Complete();
        Assert.True(await items.MoveNextAsync());
        await items.DisposeAsync();
        Assert.Equal(1, log.Health.Late);
        Assert.Equal([0, 1, 2], await Streams.Drain(stream));
        Assert.Equal(2, log.Health.Late);
        Assert.StartsWith("""{"count":1,"calls":[{"type":"tool_call","name":"Echo","span_id":""", Assert.Single(log.Steps.OfType<EventStep>()).Data.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_dropped_without_disposal_is_collected_and_counted_as_unfinished()
    {
        using var log = StepLog.InMemory();
        Until.IsGone(Drop());
        log.Complete();
        Assert.Equal("""{"count":1}""", Assert.Single(log.Steps.OfType<EventStep>(), e => e.Name == "unfinished_steps").Data.ToString());

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Drop()
        {
            var items = Streams.Lazy(Enumerable.Range(0, 5).Select(static i => i), static (w, v) => w.Value(v)).GetEnumerator();
            items.MoveNext();
            return new(items);
        }
    }

    [Fact]
    public async Task Without_a_log_the_stream_is_the_callees_own()
    {
        var feed = new Feed<int>();
        Assert.Same(feed, Streams.Async(feed));
        Assert.Empty(await Streams.Drain(Streams.Async(feed)));
    }

    [Fact]
    public void Lazy_sequence_is_as_lazy_as_it_was()
    {
        using var log = StepLog.InMemory();
        var ran = 0;
        var lazy = Streams.Lazy(Enumerable.Range(0, int.MaxValue).Select(i => ran = i), static (w, v) => w.Value(v));
        Assert.Equal(0, ran);
        Assert.Equal([0, 1, 2], lazy.Take(3));
        Assert.Equal((2, true, 3L), (ran, Step(log).Incomplete, Step(log).Items));
    }

    [Fact]
    public async Task Sixty_four_threads_of_streams_make_one_sound_log()
    {
        const int Threads = 64, Each = 25;
        using var log = StepLog.InMemory(new() { KeepSteps = 10_000 });
        var read = 0L;
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(t => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await foreach (var item in Streams.Async(Count((t + i) % 7, async: i % 2 == 0)))
                {
                    Interlocked.Increment(ref read);
                    if (item == 4)
                    {
                        break;
                    }
                }
            }
        })));
        log.Complete();

        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal(Threads * Each, steps.Count);
        Assert.Equal(read, steps.Sum(s => s.Items));
        Assert.All(steps, s => Assert.Equal("[" + string.Join(',', Enumerable.Range(0, (int)s.Items!)) + "]", s.OutputJson.ToString()));
        Assert.All(steps, s => Assert.Equal(s.Items == 5, s.Incomplete));
        Assert.Equal((0L, 0L), (log.Health.Lost, log.Health.Late));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Verdict);
    }

    private static ToolCallStep Step(StepLog log) => Assert.Single(log.Steps.OfType<ToolCallStep>());

    private static async IAsyncEnumerable<string> Repeat(string item, int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return item;
        }
    }

    private static async IAsyncEnumerable<int> Count(int count, bool async = false, [EnumeratorCancellation] CancellationToken token = default)
    {
        for (var i = 0; i < count; i++)
        {
            if (async)
            {
                await Task.Yield();
            }

            token.ThrowIfCancellationRequested();
            yield return i;
        }
    }
}
