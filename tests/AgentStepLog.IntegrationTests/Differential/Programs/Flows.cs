#if PLAIN
namespace AgentStepLog.IntegrationTests.Differential.Plain;
#else
namespace AgentStepLog.IntegrationTests.Differential.Recorded;
#endif

/// <summary>What flows with a call: async locals, contexts, schedulers, threads.</summary>
public static partial class Flows
{
    private static readonly AsyncLocal<string?> s_local = new();

    [ThreadStatic] private static int t_count;

    [AgentTool] private static int SetNow(string value)
    {
        s_local.Value = value;
        return ++t_count;
    }

    [AgentTool] private static Task SetThenWait(string value)
    {
        s_local.Value = value;
        return Wait();
    }

    [AgentTool] private static async Task<string?> SetInside(string value)
    {
        s_local.Value = value;
        await Task.Yield();
        s_local.Value += "+";
        return s_local.Value;
    }

    [AgentTool] private static async Task<int> Thread(bool capture)
    {
        var before = Environment.CurrentManagedThreadId;
        await Pump.WhenIdle().ConfigureAwait(capture);
        return Environment.CurrentManagedThreadId == before ? 1 : 0;
    }

    [AgentTool] private static Task<T> Hand<T>(Task<T> task) => task;

    [AgentTool] private static bool OnDefaultScheduler() => TaskScheduler.Current == TaskScheduler.Default;

    public static async Task Async_locals_flow_as_they_did(Action<string> say)
    {
        s_local.Value = "caller";
        SetNow("now");
        say(s_local.Value);
        var pending = SetThenWait("started");
        say(s_local.Value);
        await pending;
        say(s_local.Value);
        say((await SetInside("inside"))!);
        say(s_local.Value);
    }

    public static Task Execution_context_that_does_not_flow(Action<string> say)
    {
        s_local.Value = "outer";
        t_count = 0;
        using (ExecutionContext.SuppressFlow())
        {
            say($"{SetNow("suppressed")} {s_local.Value} {ExecutionContext.IsFlowSuppressed()}");
        }

        var context = ExecutionContext.Capture()!;
        ExecutionContext.Run(context, _ => say($"{SetNow("run")} {s_local.Value}"), null);
        say(s_local.Value!);
        return Task.CompletedTask;
    }

    public static Task A_synchronization_context_gets_the_same_posts_on_its_thread(Action<string> say)
    {
        var pump = new Pump();
        pump.Run(async () =>
        {
            var thread = Environment.CurrentManagedThreadId;
            say($"{await Thread(true)} {Environment.CurrentManagedThreadId == thread}");
            await Thread(false);
            say($"{Environment.CurrentManagedThreadId == thread}");
            await Thread(true).ConfigureAwait(true);
            await SetInside("pumped");
            await SetThenWait("pumped");
            say($"{Environment.CurrentManagedThreadId == thread} {SynchronizationContext.Current == pump}");
        });
        say($"posts: {pump.Posts}");
        return Task.CompletedTask;
    }

    public static async Task Task_objects_and_their_status(Action<string> say)
    {
        var done = Task.FromResult(4711);
        say($"{ReferenceEquals(Hand(done), done)}");
        var source = new TaskCompletionSource<int>();
        var pending = Hand(source.Task);
        say($"{pending.Status} {pending.IsCompleted}");
        source.SetResult(7);
        say($"{await pending} {pending.Status}");
    }

    public static async Task Schedulers_and_attached_children(Action<string> say)
    {
        say($"{OnDefaultScheduler()}");
        var scheduler = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        await Task.Factory.StartNew(() => say($"{OnDefaultScheduler()} {TaskScheduler.Current == scheduler}"), CancellationToken.None, TaskCreationOptions.None, scheduler);
        var parent = Task.Factory.StartNew(() => Hand(Task.Factory.StartNew(() => 1, CancellationToken.None, TaskCreationOptions.AttachedToParent, TaskScheduler.Default)));
        say($"{await await parent} {parent.Status}");
    }

    private static async Task Wait() => await Task.Yield();

    /// <summary>One thread, this one, that does what is posted to it until the given work has ended.</summary>
    private sealed class Pump : SynchronizationContext
    {
        private readonly System.Collections.Concurrent.BlockingCollection<(SendOrPostCallback Callback, object? State)> _work = [];

        private readonly Queue<TaskCompletionSource> _idle = new();

        public int Posts { get; private set; }

        /// <summary>Ends on a thread of the pool once this one has nothing to do: whoever awaits it has begun to then, however busy the machine is.</summary>
        public static Task WhenIdle()
        {
            var idle = new TaskCompletionSource();
            ((Pump)Current!)._idle.Enqueue(idle);
            return idle.Task;
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_work)
            {
                Posts++;
            }

            _work.Add((d, state));
        }

        public void Run(Func<Task> work)
        {
            var before = Current;
            SetSynchronizationContext(this);
            var task = work();
            task.ContinueWith(_ => _work.CompleteAdding(), TaskScheduler.Default);
            Idle();
            foreach (var (callback, state) in _work.GetConsumingEnumerable())
            {
                callback(state);
                Idle();
            }

            SetSynchronizationContext(before);
            task.GetAwaiter().GetResult();
        }

        private void Idle()
        {
            if (_work.Count == 0 && _idle.TryDequeue(out var idle))
            {
                ThreadPool.UnsafeQueueUserWorkItem(static idle => idle.SetResult(), idle, preferLocal: false);
            }
        }
    }
}
