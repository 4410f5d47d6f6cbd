using System.Text.Json;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Capture;

public sealed class ManualScopeTests
{
    [Fact]
    public void A_call_by_hand_is_a_step_like_any_other()
    {
        using var log = StepLog.InMemory();
        using (var call = log.ToolCall("search", JsonText.Object(("q", JsonText.Of("waves")), ("$n", JsonText.Of(3L))), callId: "call_1"))
        {
            call.Note("slow today");
            Calls.Say("inside");
            call.Complete(JsonText.Array(JsonText.Of("a"), JsonText.Of("b")));
        }

        Calls.Say("after");
        var calls = LogLines.OfType(log, "tool_call");
        Assert.Equal(
            ["v", "run_id", "step", "type", "ts", "mono_ms", "duration_ms", "span_id", "route", "caller", "tool", "call_id", "input", "output", "notes", "error", "prev", "crc"],
            LogLines.Names(calls[1]));
        Assert.Equal("manual", LogLines.Text(calls[1], "route"));
        Assert.Equal("ManualScopeTests.cs", calls[1].GetProperty("caller").GetProperty("file").GetString());
        Assert.Equal(nameof(A_call_by_hand_is_a_step_like_any_other), calls[1].GetProperty("caller").GetProperty("member").GetString());
        Assert.Equal("""{"q":"waves","$$n":3}""", calls[1].GetProperty("input").GetRawText());
        Assert.Equal("""["a","b"]""", calls[1].GetProperty("output").GetRawText());
        Assert.Equal(LogLines.Text(calls[1], "span_id"), LogLines.Text(calls[0], "parent_id"));
        Assert.Null(LogLines.Text(calls[2], "parent_id"));
    }

    [Theory]
    [InlineData(ToolEffect.Unspecified, 0)]
    [InlineData(ToolEffect.ReadOnly, 0)]
    [InlineData(ToolEffect.Write, 1)]
    [InlineData(ToolEffect.Destructive, 1)]
    public void A_call_by_hand_that_changes_the_world_is_announced(ToolEffect effect, int intents)
    {
        using var log = StepLog.InMemory();
        using (var call = log.ToolCall("pay", JsonText.Object(("cents", JsonText.Of(3L))), callId: "call_1", effect: effect))
        {
            Assert.Equal(intents, log.Steps.OfType<IntentStep>().Count());
            Assert.All(log.Steps.OfType<IntentStep>(), intent => Assert.Equal(("pay", """{"cents":3}"""), (intent.Tool, intent.InputJson.ToString())));
            call.Complete("paid");
        }

        var step = log.Steps.OfType<ToolCallStep>().Single();
        Assert.All(log.Steps.OfType<IntentStep>(), intent => Assert.Equal((step.SpanId, step.CallId), (intent.SpanId, intent.CallId)));
    }

    [Fact]
    public void A_call_by_hand_that_cannot_be_announced_is_refused_where_the_log_says_so()
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { OnLogFailure = LogFailurePolicy.FailClosed });
        files.Fails = static call => call == "append";
        Assert.Throws<StepLogException>(() => log.ToolCall("pay", effect: ToolEffect.Write));
        files.Fails = static _ => false;
        log.ToolCall("pay", effect: ToolEffect.Write).Use(call => call.Complete());

        Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Throws<ArgumentOutOfRangeException>(() => log.ToolCall("pay", effect: (ToolEffect)7));
    }

    [Fact]
    public void A_text_that_a_call_returned_is_a_JSON_string_and_null_is_no_output()
    {
        using var log = StepLog.InMemory(new() { LlmContent = CaptureMode.Full });
        log.ToolCall("t").Use(call => call.Complete("[1]"));
        log.LlmCall("m").Use(call => call.Complete("[2]", new() { OutputTokens = 4 }));
        log.AgentCall("a").Use(call => call.Complete("[3]"));
        log.ToolCall("t").Use(call => call.Complete((string?)null));
        log.LlmCall("m").Use(call => call.Complete((string?)null));
        log.AgentCall("a").Use(call => call.Complete((string?)null));

        var calls = log.Steps.OfType<CallStep>().ToList();
        Assert.Equal(["\"[1]\"", "\"[2]\"", "\"[3]\"", "", "", ""], calls.Select(static call => call.OutputJson.ToString()));
        Assert.Equal(4, Assert.IsType<LlmCallStep>(calls[1]).OutputTokens);
        Assert.All(calls, static call => Assert.True(call.Succeeded));
    }

    [Fact]
    public void A_call_left_without_end_is_recorded_as_failed()
    {
        using var log = StepLog.InMemory();
        log.LlmCall("m", "p", JsonText.Of("hi")).Dispose();
        var call = LogLines.Single(log, "llm_call");
        Assert.Equal("The call was left without Complete or Fail.", LogLines.Text(call, "error"));
        Assert.False(call.TryGetProperty("input", out _));
        Assert.Equal(("m", "p"), (LogLines.Text(call, "model"), LogLines.Text(call, "provider")));
    }

    [Fact]
    public void A_call_ends_once()
    {
        using var log = StepLog.InMemory();
        var call = log.AgentCall("a");
        call.Fail(new OperationCanceledException("stop"));
        Assert.Throws<InvalidOperationException>(() => call.Complete());
        Calls.Say("another step takes the pooled scope");
        call.Fail(new TimeoutException());
        Assert.Equal(1, log.Health.Late);
        call.Dispose();
        call.Dispose();
        call.Fail(new TimeoutException());
        Assert.Equal(2, log.Health.Late);

        var step = LogLines.Single(log, "agent_call");
        Assert.True(step.GetProperty("canceled").GetBoolean());
        Assert.Equal("stop", LogLines.Text(step, "error"));
    }

    [Fact]
    public void Events_stand_in_the_log_with_their_data()
    {
        using var log = StepLog.InMemory();
        log.Record(new EventStep { Name = "retry", Data = JsonText.Object(("n", JsonText.Of(2L))) });
        log.Record(new EventStep { Name = "bare" });
        var events = LogLines.OfType(log, "event");
        Assert.Equal("""{"n":2}""", events[0].GetProperty("data").GetRawText());
        Assert.Equal(["v", "run_id", "step", "type", "ts", "mono_ms", "name", "prev", "crc"], LogLines.Names(events[1]));
        Assert.Equal(2, log.Summarize().Events);
    }

    [Fact]
    public void A_call_by_hand_on_a_closed_log_does_nothing_but_count()
    {
        var log = StepLog.InMemory();
        log.Complete();
        using (var call = log.ToolCall("t"))
        {
            call.Note("n");
            call.Complete();
        }

        log.Record(new EventStep { Name = "late" });
        Assert.Equal(2, log.Health.Late);
        Assert.Equal(2, LogLines.Read(log).Count);
    }
}
