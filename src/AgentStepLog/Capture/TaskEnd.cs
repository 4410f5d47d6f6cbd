namespace AgentStepLog.Capture;

/// <summary>
/// Handles tasks that have ended, before the code that awaits them continues. The caller gets the callee's own value, exceptions and cancellation token, and continues
/// only after the step is written.
/// </summary>
internal static class TaskEnd
{
    private const TaskContinuationOptions AtOnce = TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.DenyChildAttach;

    /// <summary>Calls <paramref name="ended"/> when a task has ended. If it has ended already, the call is made at once.</summary>
    /// <param name="task">The task.</param>
    /// <param name="state">The argument for <paramref name="ended"/>, so that the delegate needs no closure.</param>
    /// <param name="ended">Returns the task for the caller: the same task, or another that has ended as well.</param>
    /// <returns>The task to return to the caller.</returns>
    internal static Task Then(Task task, object state, Func<Task, object?, Task> ended)
    {
        if (!task.IsCompleted)
        {
            var then = task.ContinueWith(ended, state, CancellationToken.None, AtOnce, TaskScheduler.Default);
            return task.Status == TaskStatus.Created ? task : then.Unwrap(); // an unstarted task must reach the caller itself, because only the caller can start it
        }

        var handed = ended(task, state);
        return handed.IsFaulted ? Unread(handed) : handed;
    }

    /// <inheritdoc cref="Then(Task, object, Func{Task, object, Task})"/>
    internal static Task<T> Then<T>(Task<T> task, object state, Func<Task<T>, object?, Task<T>> ended)
    {
        if (!task.IsCompleted)
        {
            var then = task.ContinueWith(ended, state, CancellationToken.None, AtOnce, TaskScheduler.Default);
            return task.Status == TaskStatus.Created ? task : then.Unwrap();
        }

        var handed = ended(task, state);
        return handed.IsFaulted ? Unread(handed) : handed;
    }

    /// <summary>The exception of a task that failed or was canceled.</summary>
    internal static Exception Cause(Task task)
    {
        if (task.Exception is { } all)
        {
            return all.InnerExceptions.Count == 1 ? all.InnerExceptions[0] : all;
        }

        try
        {
            // A canceled task has no exception property, so awaiting it is the only way to get its exception.
            task.GetAwaiter().GetResult();
            return new TaskCanceledException(task);
        }
        catch (OperationCanceledException e)
        {
            return e;
        }
    }

    // Reading a task's exception marks it as observed, and then TaskScheduler.UnobservedTaskException is not raised for a task that is never awaited. So the caller
    // gets another task with the same exceptions, which is not marked.
    private static Task Unread(Task failed)
    {
        var copy = new TaskCompletionSource(failed.AsyncState);
        copy.SetException(failed.Exception!.InnerExceptions);
        return copy.Task;
    }

    private static Task<T> Unread<T>(Task<T> failed)
    {
        var copy = new TaskCompletionSource<T>(failed.AsyncState);
        copy.SetException(failed.Exception!.InnerExceptions);
        return copy.Task;
    }
}
