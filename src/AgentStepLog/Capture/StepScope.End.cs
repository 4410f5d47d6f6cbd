using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

public sealed partial class StepScope
{
    private const TaskContinuationOptions AtOnce = TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.DenyChildAttach;

    // What records a pending call's result, between its return and its end.
    private Delegate? _result;

    /// <summary>The call threw.</summary>
    /// <param name="exception">What it threw; an <see cref="OperationCanceledException"/> records a canceled step, unless a timeout is within it.</param>
    public void Fail(Exception exception)
    {
        Returned(); // the message, and what is within, may be the user's code
        Finish(Failure.Of(exception));
    }

    /// <summary>The call was refused before it was made: frames of our code say nothing of the reason.</summary>
    internal void Refuse(Exception exception)
    {
        Returned();
        _began = _ended ?? _began;
        Finish(Failure.Refused(exception));
    }

    /// <summary>A call recorded by hand that was disposed of without an end.</summary>
    internal void Abandon() => Finish(Failure.Of("The call was left without Complete or Fail."));

    /// <summary>The call returned nothing.</summary>
    public void EndVoid() => Finish(default);

    /// <summary>The call returned a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="result">Records it through <see cref="Output"/> and <see cref="Usage"/>; null if there is nothing to record.</param>
    public void EndValue<T>(T value, Action<StepScope, T>? result)
    {
        if (result is not null)
        {
            Returned();
            Record(value, result);
        }

        Finish(default);
    }

    /// <summary>The call returned a task; the step ends with it.</summary>
    /// <param name="task">The callee's task; may be null.</param>
    /// <returns>What to hand to the caller: the same task if it has completed without an exception.</returns>
    public Task EndTask(Task task)
    {
        if (task is null)
        {
            EndVoid();
            return null!;
        }

        if (task.IsCompleted)
        {
            Settle(task);
            return task.IsFaulted ? Unread(task) : task;
        }

        _ended = null; // what was read before was read while the task ran
        if (task.Status == TaskStatus.Created)
        {
            // It was never started, and no other task can be started in its place.
            _ = task.ContinueWith(static (ended, scope) => ((StepScope)scope!).Settle(ended), this, CancellationToken.None, AtOnce, TaskScheduler.Default);
            return task;
        }

        // The continuation returns the callee's own task, so that value, exceptions and token reach the caller untouched; and
        // the caller wakes only after the step is written.
        return task.ContinueWith(
            static (ended, scope) =>
            {
                ((StepScope)scope!).Settle(ended);
                return ended;
            },
            this, CancellationToken.None, AtOnce, TaskScheduler.Default).Unwrap();
    }

    /// <inheritdoc cref="EndTask(Task)"/>
    /// <param name="task">The callee's task; may be null.</param>
    /// <param name="result">Records its result.</param>
    public Task<T> EndTask<T>(Task<T> task, Action<StepScope, T>? result)
    {
        if (task is null)
        {
            EndVoid();
            return null!;
        }

        _result = result;
        if (task.IsCompleted)
        {
            Settle(task);
            return task.IsFaulted ? Unread(task) : task;
        }

        if (task.Status == TaskStatus.Created)
        {
            _ = task.ContinueWith(static (ended, scope) => ((StepScope)scope!).Settle(ended), this, CancellationToken.None, AtOnce, TaskScheduler.Default);
            return task;
        }

        return task.ContinueWith(
            static (ended, scope) =>
            {
                ((StepScope)scope!).Settle(ended);
                return ended;
            },
            this, CancellationToken.None, AtOnce, TaskScheduler.Default).Unwrap();
    }

    /// <inheritdoc cref="EndTask(Task)"/>
    /// <param name="task">The callee's task.</param>
    public ValueTask EndValueTask(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return new(EndTask(task.AsTask()));
        }

        // Its source wants to be asked once, and gives it back for other calls then.
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            Fail(e); // a source of the user's that said that all is well
            throw;
        }

        EndVoid();
        return default;
    }

    /// <inheritdoc cref="EndTask(Task)"/>
    /// <param name="task">The callee's task.</param>
    /// <param name="result">Records its result.</param>
    public ValueTask<T> EndValueTask<T>(ValueTask<T> task, Action<StepScope, T>? result)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return new(EndTask(task.AsTask(), result));
        }

        T value;
        try
        {
            value = task.Result;
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }

        EndValue(value, result);
        return new(value);
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

    private void Settle(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            EndVoid();
        }
        else
        {
            FailAs(task);
        }
    }

    private void Settle<T>(Task<T> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            EndValue(task.Result, (Action<StepScope, T>?)_result);
        }
        else
        {
            FailAs(task);
        }
    }

    private void FailAs(Task task)
    {
        Returned();
        Finish(Failure.Of(Cause(task)));
    }

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

    internal void Record<T>(T value, Action<StepScope, T> result)
    {
        if (!CaptureNesting.TryEnter())
        {
            _unread = $"The result was not read: {CaptureNesting.Mark}";
            return;
        }

        try
        {
            result(this, value);
        }
        catch (Exception e)
        {
            // What was recorded before stands.
            _unread = $"The result could not be read to its end: {ErrorText.Unreadable(e)}";
        }

        CaptureNesting.Leave();
    }

    private void Finish(Failure failure)
    {
        try
        {
            if (_node is not null)
            {
                _notes = _node.Notes();
            }

            if (Writer.IsClosed)
            {
                Writer.CountLate(wasOpen: true);
            }
            else
            {
                WriteOutcome(failure);
            }
        }
        catch (Exception e)
        {
            Writer.CallIsLost(e);
        }

        Release();
    }
}
