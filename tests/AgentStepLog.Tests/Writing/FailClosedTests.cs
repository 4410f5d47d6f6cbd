using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Writing;

public sealed class FailClosedTests
{
    private static readonly RecordedMethod s_pay = RecordedMethod.Tool("Bank.Pay", "Pay", effect: ToolEffect.Destructive);
    private static readonly RecordedMethod s_guarded = RecordedMethod.Tool("Bank.Move", "Move", onLogFailure: LogFailurePolicy.FailClosed);
    private static readonly RecordedMethod s_free = RecordedMethod.Tool("Bank.Look", "Look", onLogFailure: LogFailurePolicy.FailOpen);

    [Fact]
    public void A_tool_that_changes_the_world_leaves_an_intent_before_it_runs()
    {
        using var log = StepLog.InMemory();
        Assert.Equal("paid", Run(s_pay, () =>
        {
            var intent = Assert.Single(log.Steps.OfType<IntentStep>());
            Assert.Equal(("Pay", """{"value":"in"}"""), (intent.Tool, intent.InputJson.ToString()));
            return "paid";
        }));
        log.Complete();
        var steps = log.Steps.ToList();
        Assert.Equal([StepKind.RunStart, StepKind.Intent, StepKind.ToolCall, StepKind.RunEnd], steps.Select(s => s.Kind));
        Assert.Equal(((IntentStep)steps[1]).SpanId, ((ToolCallStep)steps[2]).SpanId);
        Assert.Equal(1, log.Summarize().ToolCalls);
    }

    [Fact]
    public void Without_policy_or_effect_no_intent_is_written()
    {
        using var log = StepLog.InMemory();
        Run(Calls.Echo, () => "x");
        Run(RecordedMethod.Tool("Bank.Read", "Read", effect: ToolEffect.ReadOnly), () => "x");
        Assert.Empty(log.Steps.OfType<IntentStep>());
    }

    [Theory]
    [InlineData(Durability.Queued)]
    [InlineData(Durability.Written)]
    [InlineData(Durability.Durable)]
    public void Under_FailClosed_a_call_that_cannot_be_announced_is_not_made_and_the_step_around_it_stays(Durability durability)
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { OnLogFailure = LogFailurePolicy.FailClosed, Durability = durability });
        Run(Calls.Echo, () => "works");
        log.Flush();
        files.Fails = static call => call is "append" or "sync" or "create";
        var around = StepLog.Current;
        foreach (var method in new[] { Calls.Echo, Calls.Ask, Calls.Guide, s_pay, s_guarded })
        {
            var outer = ActiveStep.Current;
            var e = Assert.Throws<StepLogException>(() => Run(method, () => throw new InvalidOperationException("it ran")));
            Assert.Contains("FailClosed", e.Message, StringComparison.Ordinal);
            Assert.Contains("No space left on device", e.Message, StringComparison.Ordinal);
            Assert.Same(outer, ActiveStep.Current);
        }

        Assert.Same(around, StepLog.Current);
        Assert.Equal("ran", Run(s_free, () => "ran")); // the tool's own word goes before the log's
        log.Flush();
        Assert.True(files.Faults >= 6);
        files.Fails = static _ => false;
        Assert.Equal("works again", Run(Calls.Echo, () => "works again"));
        log.Complete();

        Assert.Equal(6, log.Steps.OfType<GapStep>().Sum(gap => gap.Lost)); // five intents, and the outcome of the one that ran
        Assert.Equal(2, log.Summarize().ToolCalls);
        Assert.DoesNotContain(log.Steps.OfType<EventStep>(), e => e.Name == "unfinished_steps");
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void An_outcome_that_cannot_be_written_changes_no_result_and_the_next_call_is_refused()
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { OnLogFailure = LogFailurePolicy.FailClosed });
        Assert.Equal("done", Run(Calls.Echo, () =>
        {
            files.Fails = static call => call == "append";
            return "done";
        }));
        Assert.Equal((1, true), (log.Health.Lost, log.Health.IsFailing));
        Assert.Throws<StepLogException>(() => Run(Calls.Echo, () => "not made"));
        files.Fails = static _ => false;
        log.Complete();
        Assert.Single(log.Steps.OfType<IntentStep>()); // without an outcome: nobody knows what became of it
        Assert.Contains("1 call was announced and has no outcome", StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_recorded_by_hand_is_refused_where_it_begins()
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { OnLogFailure = LogFailurePolicy.FailClosed });
        var outer = ActiveStep.Current;
        files.Fails = static call => call == "append";
        Assert.Throws<StepLogException>(() => log.ToolCall("pay", JsonText.Of("all")).Dispose());
        Assert.Throws<StepLogException>(() => log.LlmCall("gpt-x").Dispose());
        Assert.Throws<StepLogException>(() => log.AgentCall("guide").Dispose());
        Assert.Same(outer, ActiveStep.Current);
        files.Fails = static _ => false;
        using (var call = log.ToolCall("pay"))
        {
            call.Complete();
        }

        Assert.Equal("pay", Assert.Single(log.Steps.OfType<IntentStep>()).Tool);
    }

    [Fact]
    public void An_input_that_cannot_be_stored_refuses_the_call()
    {
        var files = new FaultyFiles { Fails = static call => call == "blob" };
        using var log = StepLog.On(files, new() { OnLogFailure = LogFailurePolicy.FailClosed });
        Assert.Throws<StepLogException>(() => Calls.Value(
            Calls.Echo, new string('x', 40_000), static (w, v) => w.Value(v), () => throw new InvalidOperationException("it ran")));
        Assert.Empty(log.Steps.OfType<IntentStep>());
    }

    [Fact]
    public void Ids_that_throw_refuse_the_call()
    {
        using var log = StepLog.InMemory(new() { OnLogFailure = LogFailurePolicy.FailClosed, Ids = new NoSpans() });
        Assert.Throws<StepLogException>(() => Run(Calls.Echo, () => throw new InvalidOperationException("it ran")));
        Assert.Equal("ran", Run(s_free, () => "ran"));
    }

    [Fact]
    public void A_stream_is_refused_where_it_is_called_and_where_it_is_enumerated_again()
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { OnLogFailure = LogFailurePolicy.FailClosed });
        var ran = 0;
        var sequence = Streams.Lazy(Body(), static (w, v) => w.Value(v));
        Assert.Single(log.Steps.OfType<IntentStep>()); // whether its body has run cannot be seen from outside
        Assert.Equal([1], sequence);
        Assert.Single(log.Steps.OfType<IntentStep>());

        files.Fails = static call => call == "append";
        using var again = sequence.GetEnumerator();
        Assert.Throws<StepLogException>(() => again.MoveNext());
        Assert.Throws<StepLogException>(() => again.MoveNext());
        Assert.Throws<StepLogException>(() => Streams.Lazy(Body(), static (w, v) => w.Value(v)));
        Assert.Equal(1, ran);

        IEnumerable<int> Body()
        {
            yield return ++ran;
        }
    }

    private static string Run(RecordedMethod method, Func<string> body) =>
        Calls.Value(method, "in", static (w, v) => w.Value(v), body);

    private sealed class NoSpans : StepIds
    {
        public override string NewRunId(DateTimeOffset now) => "none";

        public override ulong NewSpanId() => throw new InvalidOperationException("no ids");

        public override void FillNonce(Span<byte> nonce) => nonce.Clear();
    }
}
