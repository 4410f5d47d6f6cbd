using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Capture;

/// <summary>What a call's caller is handed for the callee's task, and how long the call took by it.</summary>
public sealed class TaskEndTests
{
    [Fact]
    public async Task A_task_that_was_never_started_is_the_callers_to_start()
    {
        using var log = StepLog.InMemory();
        var plain = new Task(static () => { });
        var text = new Task<string>(static () => "done");
        var stream = new Task<IAsyncEnumerable<int>>(static () => Two());

        Assert.Same(plain, Begin().EndTask(plain));
        Assert.Same(text, Begin().EndTask(text, static (scope, value) => scope.Output(value, static (writer, v) => writer.Value(v))));
        Assert.Same(stream, Begin().EndLazyTask(stream, static (scope, value) => scope.EndAsyncSequence(value, null)));
        Assert.Empty(log.Steps.OfType<CallStep>());
        Array.ForEach<Task>([plain, text, stream], static task => task.Start(TaskScheduler.Default));
        await Task.WhenAll(plain, text, stream);
        Until.Holds(() => log.Steps.OfType<CallStep>().Count() == 3);

        Assert.Equal("\"done\"", Assert.Single(log.Steps.OfType<ToolCallStep>(), static step => !step.OutputJson.IsAbsent).OutputJson.ToString());
        Assert.Equal([1, 2], await Streams.Drain(await stream));
        Assert.Equal(3, log.Summarize().ToolCalls);
    }

    [Theory]
    [InlineData("task")]
    [InlineData("value")]
    [InlineData("stream")]
    public async Task A_call_that_gives_values_beside_its_task_lasts_until_that_ends(string kind)
    {
        var clock = new FixedClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        var source = new TaskCompletionSource<IAsyncEnumerable<int>>();
        var scope = Begin();
        StepScope.Leave(kind == "stream" ? scope.EnterLazy() : scope.Enter());
        clock.Advance(TimeSpan.FromSeconds(1));
        scope.Outputs(5, static (s, value) => s.Output(value, static (writer, v) => writer.Value(v)));
        var handed = kind switch
        {
            "task" => scope.EndTask((Task)source.Task),
            "value" => scope.EndTask(source.Task, null),
            _ => scope.EndLazyTask(source.Task, static (s, value) => s.EndAsyncSequence(value, null)),
        };
        clock.Advance(TimeSpan.FromSeconds(2));
        source.SetResult(Two());
        await handed;
        if (kind == "stream")
        {
            await Streams.Drain(await (Task<IAsyncEnumerable<int>>)handed);
        }

        Assert.Equal(3000, LogLines.Single(log, "tool_call").GetProperty("duration_ms").GetDouble());
    }

    private static async IAsyncEnumerable<int> Two()
    {
        await Task.Yield();
        yield return 1;
        yield return 2;
    }

    private static StepScope Begin() => StepScope.Begin(Calls.Echo, Calls.Origin)!;
}
