namespace AgentStepLog.Capture;

/// <summary>
/// Looks at tasks when they have ended, before who awaits them wakes. What is handed on gives the caller the callee's own value, exceptions and token,
/// and the caller wakes only after the step is written.
/// </summary>
internal static class TaskEnd
{
    private const TaskContinuationOptions AtOnce = TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.DenyChildAttach;

    /// <summary>Calls <paramref name="ended"/> when a task has ended: at once, if it has.</summary>
    /// <param name="task">The task.</param>
    /// <param name="state">What <paramref name="ended"/> is given, so that it need not hold it.</param>
    /// <param name="ended">Gives what the caller is to have: the task itself, or another that has ended as well.</param>
    /// <returns>What to hand to the caller.</returns>
    internal static Task Then(Task task, object state, Func<Task, object?, Task> ended)
    {
        if (!task.IsCompleted)
        {
            var then = task.ContinueWith(ended, state, CancellationToken.None, AtOnce, TaskScheduler.Default);
            return task.Status == TaskStatus.Created ? task : then.Unwrap(); // one that was never started is the caller's to start, and no other can be
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

    /// <summary>Why a task did not end well.</summary>
    internal static Exception Cause(Task task)
    {
        if (task.Exception is { } all)
        {
            return all.InnerExceptions.Count == 1 ? all.InnerExceptions[0] : all;
        }

        try
        {
            // A canceled task gives its exception only to who awaits it.
            task.GetAwaiter().GetResult();
            return new TaskCanceledException(task);
        }
        catch (OperationCanceledException e)
        {
            return e;
        }
    }

    // To read why a task failed is to have observed it: when no code awaits it, TaskScheduler.UnobservedTaskException would not be
    // raised any more. So the caller gets another task with the same exceptions, which no code has read yet.
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
