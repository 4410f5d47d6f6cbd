#if PLAIN
namespace AgentStepLog.IntegrationTests.Differential.Plain;
#else
namespace AgentStepLog.IntegrationTests.Differential.Recorded;
#endif

/// <summary>Tasks as their makers left them: tokens, states, schedulers, and on whose thread of control a caller goes on.</summary>
public static partial class Tasks
{
    private static readonly AsyncLocal<string?> s_local = new();

    [AgentTool] private static Task<int> Hand(Task<int> task) => task;

    [AgentTool] private static Task HandPlain(Task task) => task;

    [AgentTool] private static int Stop(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return 1;
    }

    [AgentTool] private static async Task<int> StopLater(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        return 1;
    }

    [AgentTool] private static async ValueTask<int> StopValue(CancellationToken token)
    {
        await Task.Yield();
        token.ThrowIfCancellationRequested();
        return 1;
    }

    [AgentTool] private static async Task<string?> Local(string value)
    {
        s_local.Value += value;
        await Task.Delay(1).ConfigureAwait(false);
        return s_local.Value;
    }

    [AgentTool] private static Task<int> StartChild(Action<string> say, ManualResetEventSlim gate) => Task.Factory.StartNew(
        () =>
        {
            gate.Wait();
            say("child done");
            return 1;
        },
        CancellationToken.None, TaskCreationOptions.AttachedToParent, TaskScheduler.Default);

    [AgentTool] private static async Task<bool> Scheduler(TaskScheduler expected)
    {
        await Task.Yield();
        return TaskScheduler.Current == expected;
    }

    [AgentTool] private static AsyncFlowControl Suppress() => ExecutionContext.SuppressFlow();

    public static async Task The_token_is_the_callers_own(Action<string> say)
    {
        using var source = new CancellationTokenSource();
        var calls = new Func<Task>[]
        {
            () => Task.FromResult(Stop(source.Token)), () => StopLater(source.Token), () => StopValue(source.Token).AsTask(),
            () => Hand(Task.FromCanceled<int>(source.Token)),
        };
        var pending = StopLater(source.Token);
        await source.CancelAsync();
        await Say(say, () => pending, source.Token);
        foreach (var call in calls)
        {
            await Say(say, call, source.Token);
        }
    }

    public static async Task A_source_with_several_exceptions_keeps_them(Action<string> say)
    {
        foreach (var late in new[] { false, true })
        {
            var source = new TaskCompletionSource<int>();
            var (one, two) = (new InvalidOperationException("one"), new OperationCanceledException("two"));
            if (!late)
            {
                source.SetException([one, two]);
            }

            var task = Hand(source.Task);
            if (late)
            {
                source.SetException([one, two]);
            }

            try
            {
                await task;
            }
            catch (Exception e)
            {
                say($"{ReferenceEquals(e, one)}");
            }

            var inner = task.Exception!.InnerExceptions;
            say($"{task.Status} {inner.Count} {ReferenceEquals(inner[0], one)} {ReferenceEquals(inner[1], two)}");
        }
    }

    public static async Task Who_waits_goes_on_inside_the_call_that_ends_the_task(Action<string> say)
    {
        var source = new TaskCompletionSource<int>();
        var waiting = Wait();
        say("before");
        source.SetResult(5);
        say("after");
        await waiting;

        async Task Wait() => say($"{await Hand(source.Task).ConfigureAwait(false)}");
    }

    public static async Task Completed_tasks_are_the_same_objects(Action<string> say)
    {
        var (value, canceled) = (Task.FromResult(1), Task.FromCanceled(new(true)));
        say($"{ReferenceEquals(Hand(value), value)} {ReferenceEquals(HandPlain(Task.CompletedTask), Task.CompletedTask)} {ReferenceEquals(HandPlain(canceled), canceled)}");
        say($"{Hand(null!) is null}");
        var failed = Task.Factory.StartNew(static _ => throw new InvalidDataException("x"), "state", CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
        await ((IAsyncResult)failed).AsyncWaitHandle.WaitAsync();
        say($"{HandPlain(failed).AsyncState} {HandPlain(failed).Status}");
    }

    public static async Task A_suppressed_context_reaches_no_task(Action<string> say)
    {
        s_local.Value = "outer";
        Task<string?> pending;
        using (ExecutionContext.SuppressFlow())
        {
            pending = Local("+");
        }

        say($"{await pending} {s_local.Value}");
        var control = Suppress();
        say($"{ExecutionContext.IsFlowSuppressed()}");
        control.Undo();
        say($"{ExecutionContext.IsFlowSuppressed()}");
        var context = ExecutionContext.Capture()!;
        s_local.Value = "changed";
        Task<string?>? captured = null;
        ExecutionContext.Run(context, _ => captured = Local("*"), null);
        say($"{await captured!} {s_local.Value}");
    }

    public static async Task A_child_that_the_callee_attached_holds_its_parent(Action<string> say)
    {
        using var gate = new ManualResetEventSlim();
        var parent = Task.Factory.StartNew(() => StartChild(say, gate), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
        while (parent.Status != TaskStatus.WaitingForChildrenToComplete)
        {
            await Task.Delay(1);
        }

        say($"{parent.Status}");
        gate.Set();
        say($"{await await parent} {parent.Status}");
    }

    public static async Task Continuations_stay_on_their_scheduler(Action<string> say)
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        await Task.Factory.StartNew(
            async () =>
            {
                say($"{await Scheduler(scheduler)} {TaskScheduler.Current == scheduler}");
                say($"{await Scheduler(scheduler).ConfigureAwait(false)} {TaskScheduler.Current == scheduler}");
            },
            CancellationToken.None, TaskCreationOptions.None, scheduler).Unwrap();
    }

    public static async Task A_task_that_nobody_started_is_the_callers_to_start(Action<string> say)
    {
        foreach (var fail in new[] { false, true })
        {
            var (cold, plain) = (new Task<int>(() => fail ? throw new InvalidDataException("x") : 3), new Task(() => say("plain runs")));
            foreach (var (made, returned) in new (Task Made, Task Returned)[] { (cold, Hand(cold)), (plain, HandPlain(plain)) })
            {
                say($"{returned.Status} {ReferenceEquals(made, returned)}");
                returned.Start();
                await returned.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                say($"{returned.Status} {returned.Exception?.InnerException?.Message}");
            }
        }
    }

    private static async Task Say(Action<string> say, Func<Task> call, CancellationToken token)
    {
        Task? task = null;
        try
        {
            task = call();
            await task;
        }
        catch (OperationCanceledException e)
        {
            say($"{e.GetType().Name} {e.CancellationToken == token} {task?.Status} {(e as TaskCanceledException)?.Task == task}");
        }
    }

    private static Task<bool> WaitAsync(this WaitHandle handle) => Task.Run(handle.WaitOne);
}
