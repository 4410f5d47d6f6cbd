using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

/// <summary>The end of a log that nobody waits for with a thread.</summary>
public sealed class DisposeAsyncTests
{
    [Fact]
    public async Task What_was_active_before_is_so_again_at_once_and_the_end_is_awaited()
    {
        using var gate = new ManualResetEventSlim();
        var got = new List<Step>();
        var outer = StepLog.InMemory();
        var log = StepLog.InMemory();
        log.Subscribe<ToolCallStep>(step =>
        {
            gate.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            got.Add(step);
        });
        log.Writer.Subscribers.Patience = TimeSpan.FromSeconds(30);
        Calls.Say("hi");

        var end = log.DisposeAsync().AsTask();

        Assert.Same(outer, StepLog.Current);
        Assert.False(end.IsCompleted);
        Assert.Empty(got);
        gate.Set();
        await end;
        Assert.Single(got);
        Assert.True(log.IsClosed);
        Assert.Equal("run_end", log.Steps[^1].Type);
        await outer.DisposeAsync();
        Assert.Null(StepLog.Current);
    }

    [Fact]
    public async Task A_subscriber_that_never_returns_does_not_hold_it_up_for_ever()
    {
        using var gate = new ManualResetEventSlim();
        var log = StepLog.InMemory();
        log.Subscribe<ToolCallStep>(_ => gate.Wait(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken));
        log.Writer.Subscribers.Patience = TimeSpan.FromMilliseconds(50);
        Calls.Say("one");
        Calls.Say("two");

        await log.DisposeAsync();

        Assert.Equal(1, log.Health.Undelivered); // the one that is being delivered is
        gate.Set();
    }

    [Theory]
    [InlineData(Durability.Queued)]
    [InlineData(Durability.Written)]
    [InlineData(Durability.Durable)]
    public async Task When_it_has_ended_the_whole_run_is_in_its_file(Durability durability)
    {
        using var directory = new TempDirectory();
        await using (var log = StepLog.Start(directory.Path, new() { RunId = "r", Durability = durability }))
        {
            for (var i = 0; i < 100; i++)
            {
                Calls.Say("hi");
            }
        }

        var found = StepLogVerifier.Verify(directory.In("r.jsonl"));
        Assert.Equal((Verdict.SelfConsistent, 102L, RunOutcome.Unknown), (found.Verdict, found.Lines, found.Outcome));
    }

    [Fact]
    public async Task Ended_twice_it_has_ended_once()
    {
        var log = StepLog.InMemory();
        log.Complete("done");
        await Task.WhenAll(log.DisposeAsync().AsTask(), log.DisposeAsync().AsTask());
        log.Dispose();

        Assert.Equal(RunOutcome.Completed, Assert.IsType<RunEndStep>(log.Steps[^1]).Outcome);
        Assert.Equal(0, log.Health.Late);
    }
}
