using System.Collections.Concurrent;

namespace AgentStepLog.Tests.Capture;

/// <summary>A context with one thread, as a user interface has, that counts what is posted to it.</summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];

    public int Posts { get; private set; }

    /// <summary>Runs a body to its end on a thread of its own, and says how many callbacks that took.</summary>
    public static (T Result, int Posts) Run<T>(Func<Task<T>> body)
    {
        var context = new OneThread();
        (T, int) result = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            SetSynchronizationContext(context);
            var task = body();
            task.ContinueWith(_ => context._queue.CompleteAdding(), TaskScheduler.Default);
            foreach (var (callback, state) in context._queue.GetConsumingEnumerable())
            {
                callback(state);
            }

            failure = task.Exception;
            result = task.IsCompletedSuccessfully ? (task.Result, context.Posts) : default;
        });
        thread.Start();
        thread.Join();
        return failure is null ? result : throw new InvalidOperationException("The body failed.", failure);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        Posts++;
        _queue.Add((d, state));
    }
}
