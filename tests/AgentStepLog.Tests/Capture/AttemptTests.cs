using AgentStepLog.Capture;

namespace AgentStepLog.Tests.Capture;

/// <summary>Who makes a call again says which time it is; the record of that call has the number, and no other.</summary>
public sealed class AttemptTests
{
    [Fact]
    public void Calls_have_no_number_where_nobody_says_one()
    {
        using var log = StepLog.InMemory();
        Calls.Say("a");
        log.LlmCall("m").Use(c => c.Complete());

        Assert.All(log.Steps.OfType<ToolCallStep>(), s => Assert.Null(s.Attempt));
        Assert.All(log.Steps.OfType<LlmCallStep>(), s => Assert.Null(s.Attempt));
    }

    [Fact]
    public void Number_is_that_of_the_calls_made_here_and_not_of_those_within_them()
    {
        using var log = StepLog.InMemory();
        for (var i = 1; i <= 2; i++)
        {
            using (CallAttempt.Start(i))
            {
                Calls.Value(Calls.Echo, i, static (w, v) => w.Value(v), static () => Calls.Say("within").Length);
            }
        }

        Calls.Say("after");

        Assert.Equal([null, 1L, null, 2L, null], log.Steps.OfType<ToolCallStep>().Select(s => s.Attempt));
    }

    [Fact]
    public void A_call_within_says_its_own_number()
    {
        using var log = StepLog.InMemory();
        using (CallAttempt.Start(2))
        {
            Calls.Value(Calls.Echo, 0, static (w, v) => w.Value(v), static () =>
            {
                using (CallAttempt.Start(7))
                {
                    return Calls.Say("within").Length;
                }
            });
            using (CallAttempt.Start(3))
            {
                Calls.Say("nested");
            }

            Calls.Say("again");
        }

        Assert.Equal([7, 2, 3, 2L], log.Steps.OfType<ToolCallStep>().Select(s => s.Attempt!.Value));
    }

    [Fact]
    public async Task A_call_by_hand_an_llm_call_and_one_after_an_await_have_it_and_an_agent_hands_nothing_on()
    {
        using var log = StepLog.InMemory();
        using (CallAttempt.Start(2))
        {
            log.ToolCall("t").Use(c => c.Complete());
            log.LlmCall("m").Use(c => c.Complete());
            await Task.Yield();
            await Calls.Text(Calls.Ask, async () =>
            {
                await Task.Yield();
                return Calls.Say("within");
            });
            using var agent = log.AgentCall("a");
            Calls.Say("of the agent");
            agent.Complete();
        }

        Assert.Equal([2L, null, null], log.Steps.OfType<ToolCallStep>().Select(s => s.Attempt));
        Assert.Equal([2L, 2L], log.Steps.OfType<LlmCallStep>().Select(s => s.Attempt));
    }

    [Fact]
    public async Task Attempts_side_by_side_do_not_see_each_other()
    {
        using var log = StepLog.InMemory();
        await Task.WhenAll(Enumerable.Range(1, 50).Select(async i =>
        {
            using (CallAttempt.Start(i))
            {
                await Task.Yield();
                Calls.Value(Calls.Echo, i, static (w, v) => w.Value(v), () => i);
            }
        }));

        Assert.All(log.Steps.OfType<ToolCallStep>(), s => Assert.Equal(s.OutputJson.ToString(), s.Attempt.ToString()));
        Assert.Equal(50, log.Steps.OfType<ToolCallStep>().Count());
    }

    [Fact]
    public void A_log_that_is_started_or_made_active_in_between_is_no_call_in_between()
    {
        using (CallAttempt.Start(4))
        {
            using var log = StepLog.InMemory();
            Calls.Say("run");
            using (log.Use())
            {
                Calls.Say("use");
            }

            Assert.Equal([4L, 4L], log.Steps.OfType<ToolCallStep>().Select(s => s.Attempt));
        }
    }

    [Fact]
    public void A_log_that_a_call_starts_within_has_none_of_it()
    {
        using var outer = StepLog.InMemory();
        using (CallAttempt.Start(4))
        {
            Calls.Value(Calls.Echo, 0, static (w, v) => w.Value(v), static () =>
            {
                using var inner = StepLog.InMemory();
                Calls.Say("within");
                Assert.Null(inner.Steps.OfType<ToolCallStep>().Single().Attempt);
                return 0;
            });
        }

        Assert.Equal(4, outer.Steps.OfType<ToolCallStep>().Single().Attempt);
    }

    [Fact]
    public void Ends_that_come_twice_or_out_of_order_leave_what_holds()
    {
        using var log = StepLog.InMemory();
        var outer = CallAttempt.Start(1);
        var inner = CallAttempt.Start(2);
        outer.Dispose();
        Calls.Say("inner");
        inner.Dispose();
        inner.Dispose();
        Calls.Say("none, since the outer one has ended");
        outer.Dispose();
        Calls.Say("none");

        Assert.Equal([2L, null, null], log.Steps.OfType<ToolCallStep>().Select(s => s.Attempt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Attempts_are_counted_from_one(int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CallAttempt.Start(number));
}
