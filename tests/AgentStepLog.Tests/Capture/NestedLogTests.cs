using AgentStepLog.Capture;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Capture;

public sealed class NestedLogTests
{
    [Fact]
    public void Behind_a_log_that_is_closed_and_not_disposed_the_outer_one_is_active()
    {
        using var outer = StepLog.InMemory();
        using (var inner = StepLog.InMemory())
        {
            Calls.Say("inner");
            inner.Complete();
            Assert.Same(outer, StepLog.Current);
            Calls.Say("after");
            Assert.Equal(0, inner.Health.Late);
        }

        Assert.Same(outer, StepLog.Current);
        Assert.Equal("after", LogLines.Text(LogLines.Single(outer, "tool_call"), "output"));
    }

    [Fact]
    public void A_call_of_the_outer_log_is_the_parent_of_what_follows_the_inner_logs_end()
    {
        using var outer = StepLog.InMemory();
        Calls.Value(Calls.Echo, "outer", static (w, v) => w.Value(v), () =>
        {
            using var inner = StepLog.InMemory();
            inner.Complete();
            Calls.Say("child");
            StepLog.Note("seen");
            return "outer";
        });

        var calls = LogLines.OfType(outer, "tool_call");
        Assert.Equal(LogLines.Text(calls[1], "span_id"), LogLines.Text(calls[0], "parent_id"));
        Assert.Equal("""["seen"]""", calls[1].GetProperty("notes").GetRawText());
    }

    [Fact]
    public async Task A_log_closed_in_another_flow_gives_way_to_the_one_around_it_within_its_running_calls_too()
    {
        using var outer = StepLog.InMemory();
        var inner = StepLog.InMemory();
        await Calls.Text(Calls.Echo, async () =>
        {
            await Task.Run(() => inner.Complete(), TestContext.Current.CancellationToken);
            return Calls.Say("for the outer");
        });

        Assert.Equal("for the outer", LogLines.Text(LogLines.Single(outer, "tool_call"), "output"));
        Assert.Equal(1, inner.Health.Late);
        inner.Dispose();
        Assert.Same(outer, StepLog.Current);
    }

    [Fact]
    public void Use_of_a_log_within_another_falls_back_to_it_once_closed()
    {
        using var outer = StepLog.InMemory();
        StepLog used;
        using (outer.Use())
        {
            used = StepLog.InMemory();
        }

        using (used.Use())
        {
            used.Complete();
            Assert.Same(outer, StepLog.Current);
        }

        Assert.Same(outer, StepLog.Current);
    }

    [Fact]
    public void An_explicit_log_finds_its_own_parent_across_a_log_in_between()
    {
        using var outer = StepLog.InMemory();
        Calls.Value(Calls.Echo, "outer", static (w, v) => w.Value(v), () =>
        {
            using var inner = StepLog.InMemory();
            Calls.Value(Calls.Echo, "explicit", static (w, v) => w.Value(v), static () => "explicit", log: outer);
            inner.Complete();
            return "outer";
        });

        var calls = LogLines.OfType(outer, "tool_call");
        Assert.Equal(LogLines.Text(calls[1], "span_id"), LogLines.Text(calls[0], "parent_id"));
    }

    [Fact]
    public void Logs_that_follow_each_other_in_one_flow_do_not_hold_on_to_those_before()
    {
        var first = Leave();
        for (var i = 0; i < 3; i++)
        {
            Leave();
        }

        Until.IsGone(first);
        StepLog.InMemory().Dispose();

        // Completed and never disposed, so it stays the innermost of the flow until the next one starts.
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Leave()
        {
            var log = StepLog.InMemory();
            log.Complete();
            return new(log);
        }
    }
}
