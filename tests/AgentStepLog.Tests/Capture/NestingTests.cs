using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Capture;

public sealed class NestingTests
{
    [Fact]
    public async Task Calls_within_a_call_are_its_children_across_awaits()
    {
        using var log = StepLog.InMemory();
        await Calls.Text(Calls.Echo, async () =>
        {
            await Task.Yield();
            Calls.Say("inner");
            await Task.Delay(1, TestContext.Current.CancellationToken);
            return await Calls.Text(Calls.Ask, () => Task.FromResult("model"));
        });
        Calls.Say("beside");

        var lines = LogLines.Read(log);
        var inner = lines[1];
        var model = lines[2];
        var outer = lines[3];
        Assert.Equal(LogLines.Text(outer, "span_id"), LogLines.Text(inner, "parent_id"));
        Assert.Equal(LogLines.Text(outer, "span_id"), LogLines.Text(model, "parent_id"));
        Assert.Null(LogLines.Text(outer, "parent_id"));
        Assert.Null(LogLines.Text(lines[4], "parent_id"));
    }

    [Fact]
    public async Task Work_that_outlives_its_call_is_still_its_child()
    {
        using var log = StepLog.InMemory();
        var go = new TaskCompletionSource();
        Task dropped = Task.CompletedTask;
        Calls.Value(Calls.Echo, "parent", static (w, v) => w.Value(v), () =>
        {
            dropped = Later();
            return "parent";
        });
        Calls.Say("takes the parent's scope out of the pool");
        go.SetResult();
        await dropped;

        var calls = LogLines.OfType(log, "tool_call");
        Assert.Equal(LogLines.Text(calls[0], "span_id"), LogLines.Text(calls[2], "parent_id"));

        async Task Later()
        {
            await go.Task;
            Calls.Say("child");
        }
    }

    [Fact]
    public void An_agent_call_writes_its_intent_first_and_adds_up_the_tokens_below_it()
    {
        using var log = StepLog.InMemory();
        using (var outer = log.AgentCall("outer", JsonText.Object(("task", JsonText.Of("find")))))
        {
            log.LlmCall("m").Use(call => call.Complete(usage: new() { InputTokens = 1, OutputTokens = 10 }));
            using (var inner = log.AgentCall("inner"))
            {
                using var tool = log.ToolCall("t");
                log.LlmCall("m").Use(call => call.Complete(usage: new() { InputTokens = 2, CachedTokens = 1 }));
                tool.Complete();
                inner.Complete();
            }

            outer.Complete("found");
        }

        log.LlmCall("m").Use(call => call.Complete(usage: new() { InputTokens = 100 }));
        var lines = LogLines.Read(log);
        Assert.Equal(["run_start", "intent", "llm_call", "intent", "llm_call", "tool_call", "agent_call", "agent_call", "llm_call"], lines.Select(LogLines.Type));
        Assert.Equal(["v", "run_id", "step", "type", "ts", "mono_ms", "span_id", "agent", "input", "prev", "crc"], LogLines.Names(lines[1]));
        Assert.Equal(LogLines.Text(lines[1], "span_id"), LogLines.Text(lines[7], "span_id"));
        Assert.Equal("""{"task":"find"}""", lines[1].GetProperty("input").GetRawText());
        Assert.Equal(LogLines.Text(lines[1], "span_id"), LogLines.Text(lines[3], "parent_id"));

        Assert.Equal((2, 2), (Number(lines[6], "input_tokens"), Number(lines[6], "total_input_tokens")));
        Assert.Equal((1, 3), (Number(lines[7], "input_tokens"), Number(lines[7], "total_input_tokens")));
        Assert.Equal((10, 10), (Number(lines[7], "output_tokens"), Number(lines[7], "total_output_tokens")));
        Assert.False(lines[7].TryGetProperty("cached_tokens", out _));
        Assert.Equal(1, Number(lines[7], "total_cached_tokens"));
        Assert.Equal(103, log.Summarize().InputTokens);

        static long Number(JsonElement line, string name) => line.GetProperty(name).GetInt64();
    }

    [Fact]
    public void Notes_stand_on_the_step_that_ran_and_reach_the_table()
    {
        using var log = StepLog.InMemory();
        var origin = new TableSource("call_7");
        StepLog.Note("nobody runs");
        Calls.Value(Calls.Echo, "outer", static (w, v) => w.Value(v), () =>
        {
            StepLog.Note("first");
            Calls.Say("inner");
            StepLog.Note("second");
            return "outer";
        }, CallOrigin.Table(origin));

        var outer = LogLines.OfType(log, "tool_call")[1];
        Assert.Equal("""["first","second"]""", outer.GetProperty("notes").GetRawText());
        Assert.Equal(["first", "second"], origin.Notes);
        Assert.Equal(("table", "call_7"), (LogLines.Text(outer, "route"), LogLines.Text(outer, "call_id")));
        Assert.False(outer.TryGetProperty("caller", out _));
        Assert.False(LogLines.OfType(log, "tool_call")[0].TryGetProperty("notes", out _));
    }

    [Fact]
    public async Task A_thousand_parallel_steps_have_dense_numbers_an_unbroken_chain_and_right_parents()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 21; i++)
            {
                var name = $"{worker}.{i}";
                await Calls.Text(Calls.Echo, async () =>
                {
                    Calls.Say($"{name}/a");
                    await Task.Yield();
                    Calls.Say($"{name}/b");
                    return name;
                });
            }
        })));

        log.Complete();
        var bytes = File.ReadAllBytes(log.Path!);
        LogLines.AssertSound(bytes);
        var calls = LogLines.Read(bytes).Where(l => LogLines.Type(l) == "tool_call").ToList();
        Assert.Equal(16 * 21 * 3, calls.Count);
        Assert.Equal(calls.Count, calls.Select(c => LogLines.Text(c, "span_id")).Distinct().Count());
        var parents = calls.Where(c => !c.TryGetProperty("parent_id", out _)).ToDictionary(c => LogLines.Text(c, "span_id")!, c => LogLines.Text(c, "output")!);
        Assert.Equal(16 * 21, parents.Count);
        Assert.All(calls.Where(c => c.TryGetProperty("parent_id", out _)), child =>
            Assert.StartsWith(parents[LogLines.Text(child, "parent_id")!] + "/", LogLines.Text(child, "output"), StringComparison.Ordinal));
        Assert.Equal(calls.Count, log.Summarize().ToolCalls);
    }
}
