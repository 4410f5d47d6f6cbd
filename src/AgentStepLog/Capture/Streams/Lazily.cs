namespace AgentStepLog.Capture;

/// <summary>Looks at tasks when they have completed, before who awaits them wakes, and hands them on as they are.</summary>
internal static class Lazily
{
    private const TaskContinuationOptions AtOnce = TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.DenyChildAttach;

    internal static Task Observe(Task task, object state, Action<Task, object?> completed)
    {
        if (task.IsCompleted)
        {
            completed(task, state);
            return task;
        }

        return task.ContinueWith(
            static (ended, both) =>
            {
                var (completed, state) = ((Action<Task, object?>, object))both!;
                completed(ended, state);
                return ended;
            },
            (completed, state), CancellationToken.None, AtOnce, TaskScheduler.Default).Unwrap();
    }

    internal static Task<T> Observe<T>(Task<T> task, object state, Action<Task, object?> completed)
    {
        if (task.IsCompleted)
        {
            completed(task, state);
            return task;
        }

        return task.ContinueWith(
            static (ended, both) =>
            {
                var (completed, state) = ((Action<Task, object?>, object))both!;
                completed(ended, state);
                return ended;
            },
            (completed, state), CancellationToken.None, AtOnce, TaskScheduler.Default).Unwrap();
    }
}
