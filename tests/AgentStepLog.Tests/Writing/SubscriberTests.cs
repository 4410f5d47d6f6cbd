using System.Collections.Concurrent;
using System.Diagnostics;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Records;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

public sealed class SubscriberTests
{
    [Theory]
    [InlineData("**", "run_start user_input plan decision callback skill_invocation permission_request memory_operation user_output event tool_call llm_call intent agent_call run_end")]
    [InlineData("tool.*", "tool_call")]
    [InlineData("tool_*", "tool_call")]
    [InlineData("llm.*", "llm_call")]
    [InlineData("run.*", "run_start run_end")]
    [InlineData("user.*", "user_input user_output")]
    [InlineData("*.call", "tool_call llm_call agent_call")]
    [InlineData("**.call", "tool_call llm_call agent_call")]
    [InlineData("*", "plan decision callback event intent")]
    [InlineData("memory_operation", "memory_operation")]
    [InlineData("event", "event")]
    public void A_subscriber_gets_the_types_that_it_asked_for_in_the_order_of_the_log(string types, string expected)
    {
        var got = new List<Step>();
        using (var log = InMemory())
        {
            log.Subscribe(types, got.Add);
            RecordKindTests.RecordAll(log);
            Calls.Say("hi");
            log.LlmCall("m").Use(call => call.Complete());
            log.AgentCall("a").Use(call => call.Complete());
            log.Complete();
        }

        Assert.Equal(expected.Split(' '), got.Select(step => step.Type));
        Assert.Equal(got.OrderBy(step => step.Number), got);
    }

    [Fact]
    public void A_subscriber_may_name_a_class_in_place_of_a_pattern()
    {
        var (calls, events, host, all) = (new List<CallStep>(), new List<EventStep>(), new List<HostStep>(), new List<Step>());
        using (var log = InMemory())
        {
            log.Subscribe<CallStep>(calls.Add);
            log.Subscribe<EventStep>(events.Add);
            log.Subscribe<HostStep>(host.Add);
            log.Subscribe<Step>(all.Add);
            RecordKindTests.RecordAll(log);
            Calls.Say("hi");
            log.LlmCall("m").Use(call => call.Complete());
            log.Complete();
        }

        Assert.Equal(["tool_call", "llm_call"], calls.Select(static step => step.Type));
        Assert.Equal("event", Assert.Single(events).Type);
        Assert.Equal(9, host.Count);
        Assert.Equal(all.Select(static step => step.Number), Enumerable.Range(0, all.Count).Select(static n => (long)n));
    }

    [Fact]
    public void A_class_takes_no_room_in_its_queue_for_steps_of_others()
    {
        var got = new List<ToolCallStep>();
        using (var log = InMemory())
        {
            using var gate = new ManualResetEventSlim();
            log.Subscribe<ToolCallStep>(
                step =>
                {
                    gate.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
                    got.Add(step);
                },
                capacity: 3);
            Calls.Say("first");
            for (var i = 0; i < 10; i++)
            {
                log.Record(new EventStep { Name = "e" });
            }

            Calls.Say("second");
            gate.Set();
            log.Complete();
            log.Dispose();
            Assert.Equal(0, log.Health.Undelivered);
        }

        Assert.Equal(2, got.Count);
    }

    [Fact]
    public void A_class_that_no_log_writes_is_refused()
    {
        using var log = InMemory();
        Assert.Contains("OtherStep", Assert.Throws<ArgumentException>(() => log.Subscribe<OtherStep>(static _ => { })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Subscribe<Step>(static _ => { }, capacity: 0));
    }

    [Fact]
    public void A_step_that_is_delivered_equals_the_one_in_the_log()
    {
        var got = new List<Step>();
        using var log = InMemory();
        log.Subscribe("**", got.Add);
        Calls.Say(new string('x', 50_000));
        log.Complete();
        log.Dispose();

        Assert.Equal(log.Steps, got);
        Assert.Equal(50_002, Assert.IsType<ToolCallStep>(got[1]).OutputJson.Utf8.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tools.*")]
    [InlineData("plan.*")]
    [InlineData("tool.")]
    public void A_pattern_that_nothing_matches_is_refused_with_the_types_that_there_are(string types)
    {
        using var log = StepLog.InMemory();
        var e = Assert.Throws<ArgumentException>(() => log.Subscribe(types, _ => { }));
        Assert.Contains($"No type of step matches \"{types}\". The types are run_start, llm_call, tool_call,", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subscriber_that_throws_is_counted_and_nobody_else_sees_it()
    {
        var got = 0;
        using var log = InMemory();
        Assert.Null(log.Health.LastSubscriberFailure);
        log.Subscribe("event", _ => throw new InvalidOperationException("No more of ghp_abcdefghijklmnopqrstuvwxyz0123456789."));
        log.Subscribe("event", _ => got++);
        for (var i = 0; i < 100; i++)
        {
            log.Record(new EventStep { Name = "tick" });
        }

        log.Dispose();
        Assert.Equal((100L, 0L, 100), (log.Health.SubscriberFailures, log.Health.Undelivered, got));
        Assert.Equal("System.InvalidOperationException: No more of [redacted:github-token].", log.Health.LastSubscriberFailure);
        Assert.Equal(0, log.Health.Lost);
        Assert.Null(log.Health.LastFailure); // of the log itself
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void A_subscriber_that_hangs_holds_up_neither_the_log_nor_others_and_the_end_waits_only_so_long()
    {
        using var release = new ManualResetEventSlim();
        var got = 0;
        var log = StepLog.InMemory();
        log.Writer.Subscribers.Patience = TimeSpan.FromMilliseconds(300);
        log.Subscribe("event", _ => release.Wait());
        log.Subscribe("event", _ => Interlocked.Increment(ref got));
        for (var i = 0; i < 5_000; i++)
        {
            log.Record(new EventStep { Name = "tick" });
        }

        log.Complete(); // or it would wait here for ever
        var clock = Stopwatch.StartNew();
        log.Dispose();
        Assert.True(clock.Elapsed > TimeSpan.FromMilliseconds(200), $"It waited for {clock.Elapsed}.");
        Assert.Equal(0, log.Health.Lost);
        Assert.Equal(5_002, log.Health.Steps);
        Assert.True(log.Health.Undelivered >= 4_999, $"{log.Health.Undelivered} of the one that hangs");
        Until.Holds(() => log.Health.Undelivered + Volatile.Read(ref got) >= 9_999, () => "Whatever the other did not get is counted, too.");
        release.Set();
    }

    [Fact]
    public void A_subscriber_that_hangs_keeps_one_thread_and_no_more()
    {
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        using var left = new CountdownEvent(1);
        var inside = new ConcurrentBag<int>();
        var log = StepLog.InMemory();
        var hangs = log.Subscribe("event", _ =>
        {
            inside.Add(Environment.CurrentManagedThreadId);
            entered.Set();
            release.Wait();
            left.Signal();
        });
        log.Record(new EventStep { Name = "first" });
        Until.Holds(() => entered.IsSet);
        for (var i = 0; i < 5_000; i++)
        {
            log.Record(new EventStep { Name = "more" }); // neither these call another thread
        }

        log.Complete();
        log.Dispose(); // nor the end, which gives one to subscribers whose turn has not come
        hangs.Dispose();
        Assert.Single(inside);

        release.Set();
        Until.Holds(() => left.IsSet);
        Assert.Single(inside); // what waited was not delivered to it late
        Assert.Equal(5_000, log.Health.Undelivered);
    }

    [Fact]
    public void Of_a_queue_that_is_full_the_oldest_are_delivered_and_the_newest_counted()
    {
        using var started = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var got = new List<long>();
        using var log = InMemory();
        log.Subscribe("event", step =>
        {
            started.Set();
            release.Wait();
            got.Add(step.Number);
        }, capacity: 3);
        log.Record(new EventStep { Name = "first" });
        started.Wait(TestContext.Current.CancellationToken);
        for (var i = 0; i < 5; i++)
        {
            log.Record(new EventStep { Name = "more" });
        }

        Assert.Equal(2, log.Health.Undelivered);
        release.Set();
        log.Dispose();
        Assert.Equal([1, 2, 3, 4], got);
    }

    [Fact]
    public void A_subscription_that_was_disposed_gets_no_more()
    {
        var got = new ConcurrentQueue<string>();
        using var log = StepLog.InMemory();
        var subscription = log.Subscribe("event", step => got.Enqueue(((EventStep)step).Name));
        log.Record(new EventStep { Name = "one" });
        Until.Holds(() => !got.IsEmpty);
        subscription.Dispose();
        subscription.Dispose();
        log.Record(new EventStep { Name = "two" });
        log.Dispose();

        Assert.Equal(["one"], got);
        Assert.Equal(0, log.Health.Undelivered);
    }

    [Fact]
    public void In_a_subscriber_no_log_is_active_and_what_it_records_by_hand_ends_with_the_log()
    {
        var active = 0;
        var log = StepLog.InMemory();
        log.Subscribe("event", _ =>
        {
            active += StepLog.Current is null ? 0 : 1;
            log.Record(new EventStep { Name = "again" }); // which it is told of, and so on, until the log is closed
        });
        log.Record(new EventStep { Name = "first" });
        Until.Holds(() => log.Health.Steps > 100);
        log.Dispose();

        Assert.Equal(0, active);
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void A_subscriber_may_end_the_log_itself()
    {
        using var done = new ManualResetEventSlim();
        var log = InMemory();
        log.Subscribe("event", _ =>
        {
            log.Dispose(); // would wait for itself for ever
            done.Set();
        });
        log.Record(new EventStep { Name = "stop" });

        Until.Holds(() => done.IsSet, () => "It waits for itself.");
        Assert.Equal("unknown", LogLines.Text(LogLines.Single(log, "run_end"), "outcome"));
    }

    [Fact]
    public async Task Under_many_writers_each_subscriber_gets_every_record_in_order()
    {
        var got = new List<long>();
        var log = InMemory();
        log.Subscribe("event", step => got.Add(step.Number), capacity: 100_000);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                log.Record(new EventStep { Name = "tick" });
            }
        })));
        log.Dispose();

        Assert.Equal(Enumerable.Range(1, 4_000).Select(i => (long)i), got);
    }

    [Fact]
    public void A_line_that_was_lost_is_delivered_to_nobody_and_the_gap_is()
    {
        var got = new List<string>();
        var clock = new FixedClock();
        using var log = InMemory(new() { TimeProvider = clock });
        log.Subscribe("**", step => got.Add(step.Type));
        clock.Fails = true;
        log.Record(new EventStep { Name = "lost" });
        clock.Fails = false;
        log.Record(new EventStep { Name = "kept" });
        log.Dispose();

        Assert.Equal(["run_start", "gap", "event", "run_end"], got);
    }

    // Its end waits for subscribers as long as a busy machine takes.
    private static StepLog InMemory(StepLogOptions? options = null)
    {
        var log = StepLog.InMemory(options ?? new());
        log.Writer.Subscribers.Patience = TimeSpan.FromHours(1);
        return log;
    }
}
