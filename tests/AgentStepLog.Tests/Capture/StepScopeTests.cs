using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Capture;

public sealed class StepScopeTests : IDisposable
{
    private static readonly AsyncLocal<string?> s_users = new();

    private readonly StepLog _log = StepLog.InMemory();

    public void Dispose() => _log.Dispose();

    private JsonElement Call() => LogLines.Single(_log, "tool_call");

    [Fact]
    public void A_call_that_throws_leaves_one_failed_step_and_its_own_exception()
    {
        var thrown = new TimeoutException("too slow");
        var caught = Assert.Throws<TimeoutException>(() => Calls.Value<int>(Calls.Echo, 1, static (w, v) => w.Value(v), () => Surf.Sea.Throw(thrown)));

        Assert.Same(thrown, caught);
        Assert.Equal("too slow", LogLines.Text(Call(), "error"));
        Assert.Equal("System.TimeoutException", LogLines.Text(Call(), "error_type"));
        Assert.StartsWith("Surf.Sea.Throw", Call().GetProperty("error_frames")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"value":1}""", Call().GetProperty("input").GetRawText());
        Assert.False(Call().TryGetProperty("output", out _));
        Assert.False(Call().TryGetProperty("canceled", out _));
    }

    [Fact]
    public async Task A_task_that_has_completed_is_handed_on_itself()
    {
        var task = Task.FromResult("x");
        Assert.Same(task, Calls.Text(Calls.Echo, () => task));
        Assert.Equal("x", LogLines.Text(Call(), "output"));
        Assert.Equal("x", await task);
    }

    [Fact]
    public async Task A_pending_task_is_recorded_before_its_caller_wakes()
    {
        var source = new TaskCompletionSource<string>();
        var task = Calls.Text(Calls.Echo, () => source.Task);
        Assert.False(task.IsCompleted);
        Assert.Empty(LogLines.OfType(_log, "tool_call"));

        var steps = task.ContinueWith(_ => LogLines.OfType(_log, "tool_call").Count, TestContext.Current.CancellationToken, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        source.SetResult("later");
        Assert.Equal("later", await task);
        Assert.Equal(1, await steps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_task_that_failed_in_two_ways_keeps_both(bool pending)
    {
        var source = new TaskCompletionSource<string>();
        Exception[] both = [new InvalidDataException("one"), new TimeoutException("two")];
        if (!pending)
        {
            source.SetException(both);
        }

        var task = Calls.Text(Calls.Echo, () => source.Task);
        source.TrySetException(both);
        Assert.Same(both[0], await Assert.ThrowsAsync<InvalidDataException>(() => task));
        Assert.Equal(both, task.Exception!.InnerExceptions);
        Assert.Equal("One or more errors occurred. (one) (two)", LogLines.Text(Call(), "error"));
        Assert.Equal("System.AggregateException", LogLines.Text(Call(), "error_type"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_canceled_task_stays_canceled_with_its_token(bool pending)
    {
        using var cancel = new CancellationTokenSource();
        var source = new TaskCompletionSource<string>();
        if (!pending)
        {
            await cancel.CancelAsync();
            source.SetCanceled(cancel.Token);
        }

        var task = Calls.Text(Calls.Echo, () => source.Task);
        await cancel.CancelAsync();
        source.TrySetCanceled(cancel.Token);
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.True(task.IsCanceled);
        Assert.Equal(cancel.Token, e.CancellationToken);
        Assert.True(Call().GetProperty("canceled").GetBoolean());
        Assert.Equal("System.Threading.Tasks.TaskCanceledException", LogLines.Text(Call(), "error_type"));
    }

    [Fact]
    public async Task A_cancellation_thrown_by_an_async_method_is_recorded_as_it_was_thrown()
    {
        var thrown = new OperationCanceledException("stop", new CancellationToken(canceled: true));
        async Task<string> Body()
        {
            await Task.Yield();
            throw thrown;
        }

        Assert.Same(thrown, await Assert.ThrowsAsync<OperationCanceledException>(() => Calls.Text(Calls.Echo, Body)));
        Assert.Equal("stop", LogLines.Text(Call(), "error"));
        Assert.True(Call().GetProperty("canceled").GetBoolean());
    }

    [Fact]
    public void A_null_task_passes_through()
    {
        Assert.Null(Calls.Text(Calls.Echo, () => null!));
        Assert.Equal(JsonValueKind.Null, Call().GetProperty("error").ValueKind);
        Assert.Null(Begin().EndTask(null!));
        Assert.Equal(2, LogLines.OfType(_log, "tool_call").Count);
    }

    [Fact]
    public async Task Value_tasks_keep_value_and_exception()
    {
        Assert.Equal(5, await Begin().EndValueTask(new ValueTask<int>(5), static (s, v) => s.Output(v, static (w, x) => w.Value(x))));
        await Begin().EndValueTask(ValueTask.CompletedTask);
        var pending = new TaskCompletionSource<int>();
        var task = Begin().EndValueTask(new ValueTask<int>(pending.Task), static (s, v) => s.Output(v, static (w, x) => w.Value(x)));
        pending.SetResult(6);
        Assert.Equal(6, await task);
        var failure = new TimeoutException("late");
        Assert.Same(failure, await Assert.ThrowsAsync<TimeoutException>(() => Begin().EndValueTask(ValueTask.FromException(failure)).AsTask()));

        var calls = LogLines.OfType(_log, "tool_call");
        Assert.Equal(["5", "", "6", ""], calls.Select(c => c.TryGetProperty("output", out var o) ? o.GetRawText() : ""));
        Assert.Equal("late", LogLines.Text(calls[3], "error"));
    }

    [Fact]
    public void What_a_callee_sets_in_an_async_local_is_seen_by_its_caller()
    {
        Calls.Text(Calls.Echo, () =>
        {
            s_users.Value = "set";
            return Task.FromResult("");
        });
        Assert.Equal("set", s_users.Value);
    }

    [Fact]
    public void A_result_that_cannot_be_read_leaves_the_caller_its_value_and_the_step_a_mark()
    {
        var scope = Begin();
        scope.EndValue("fine", static (s, v) => s.Output(v, static (_, _) => throw new InvalidDataException("no")));
        scope = Begin();
        scope.EndValue("fine", static (s, v) =>
        {
            s.Output(v, static (w, x) => w.Value(x));
            throw new InvalidDataException("usage");
        });

        var calls = LogLines.OfType(_log, "tool_call");
        Assert.Equal("[unreadable:System.IO.InvalidDataException]", LogLines.Text(calls[0], "output"));
        Assert.Equal("fine", LogLines.Text(calls[1], "output"));
        Assert.Contains("[unreadable:System.IO.InvalidDataException]", calls[1].GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_whose_own_members_throw_is_recorded_with_a_mark()
    {
        Exception? caught = null;
        try
        {
            Calls.Value<int>(Calls.Echo, 1, static (w, v) => w.Value(v), static () => throw new Surf.Nasty());
        }
        catch (Surf.Nasty e)
        {
            caught = e;
        }

        Assert.NotNull(caught);
        Assert.Equal("[unreadable:System.IO.InvalidDataException]", LogLines.Text(Call(), "error"));
        Assert.Equal("Surf.Nasty", LogLines.Text(Call(), "error_type"));
    }

    [Fact]
    public void Content_of_models_is_left_out_until_asked_for_and_hashed_where_asked()
    {
        Assert.False(StepScope.Begin(Calls.Ask, Calls.Origin)!.WantsInput);
        using var log = StepLog.InMemory(new() { ToolContent = CaptureMode.Hash, LlmContent = CaptureMode.Full });
        Calls.Say("secret");
        Calls.Value(Calls.Ask, "hi", static (w, v) => w.Value(v), () => "ho");

        var call = LogLines.Single(log, "tool_call");
        var json = "{\"value\":\"secret\"}"u8;
        Assert.Equal(
            $$"""{"$hash":"sha256:{{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(json))}}","bytes":{{json.Length}}}""",
            call.GetProperty("input").GetRawText());
        Assert.True(call.GetProperty("output").TryGetProperty("$hash", out _));
        Assert.Equal("ho", LogLines.Text(LogLines.Single(log, "llm_call"), "output"));
    }

    [Fact]
    public void What_a_model_says_of_itself_stands_in_the_fields_of_the_format()
    {
        var scope = StepScope.Begin(Calls.Ask, Calls.Origin)!;
        scope.EndValue("answer", static (s, _) =>
        {
            s.Model("gpt-y");
            s.Tokens(10, 5, null, 2);
            s.Usage(new() { StopReason = "stop", ResponseId = "resp_1", CachedTokens = 3 });
        });

        var call = LogLines.Single(_log, "llm_call");
        Assert.Equal(
            ["v", "run_id", "step", "type", "ts", "mono_ms", "duration_ms", "span_id", "route", "method", "caller", "model", "provider",
             "input_tokens", "output_tokens", "cached_tokens", "reasoning_tokens", "stop_reason", "response_id", "error", "prev", "crc"],
            LogLines.Names(call));
        Assert.Equal(("gpt-y", "openai"), (LogLines.Text(call, "model"), LogLines.Text(call, "provider")));
        Assert.Equal((10, 5, 3, 2), (Number("input_tokens"), Number("output_tokens"), Number("cached_tokens"), Number("reasoning_tokens")));
        Assert.Equal(10, _log.Summarize().InputTokens);

        long Number(string name) => call.GetProperty(name).GetInt64();
    }

    private static StepScope Begin() => StepScope.Begin(Calls.Echo, Calls.Origin)!;
}
