using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

public sealed partial class StepScope
{
    // Records a pending call's result. It is kept from the call's return to its end.
    private Delegate? _result;

    /// <summary>Ends the step of a call that threw an exception.</summary>
    /// <param name="exception">The exception. An <see cref="OperationCanceledException"/> records a canceled step, unless it contains a timeout.</param>
    public void Fail(Exception exception) => EndFailed(exception);

    /// <summary>
    /// Ends the step of a call that was refused before it was made. Its frames are left out, because this library's code does not explain the reason.
    /// </summary>
    internal void Refuse(Exception exception)
    {
        Returned();
        _began = _ended ?? _began;
        Finish(Failure.Refused(exception));
    }

    /// <summary>Ends a manually recorded call that was disposed without an end.</summary>
    internal void Abandon() => Finish(Failure.Of("The call was left without Complete or Fail."));

    /// <summary>Ends the step of a call that returned nothing.</summary>
    public void EndVoid() => End();

    /// <summary>Ends the step after everything that the call returned is recorded.</summary>
    internal void End() => Finish(default);

    /// <inheritdoc cref="Fail"/>
    internal void EndFailed(Exception exception)
    {
        Returned(); // first, because reading the exception may run the user's code
        Finish(Failure.Of(exception));
    }

    /// <summary>Ends a manually recorded call with its result.</summary>
    internal void Complete(JsonText output, LlmUsage? usage)
    {
        Returned();
        Usage(usage);
        if (!output.IsAbsent && WantsOutput)
        {
            Output(output, static (writer, value) => writer.Value(value));
        }

        End();
    }

    /// <summary>Ends the step of a call that returned a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="result">Records the value through <see cref="Output"/> and <see cref="Tokens"/>; null if there is nothing to record.</param>
    public void EndValue<T>(T value, Action<StepScope, T>? result)
    {
        if (result is not null)
        {
            Returned();
            Record(value, result);
        }

        End();
    }

    /// <summary>Handles a call that returned a task. The step ends when the task does.</summary>
    /// <param name="task">The callee's task; may be null.</param>
    /// <returns>The task to return to the caller: the same one if it has completed without an exception.</returns>
    public Task EndTask(Task task)
    {
        if (task is null)
        {
            End();
            return null!;
        }

        GoOnWith(task);
        return TaskEnd.Then(task, this, static (ended, scope) => ((StepScope)scope!).EndWith(ended));
    }

    /// <inheritdoc cref="EndTask(Task)"/>
    /// <param name="task">The callee's task; may be null.</param>
    /// <param name="result">Records the task's result.</param>
    public Task<T> EndTask<T>(Task<T> task, Action<StepScope, T>? result)
    {
        if (task is null)
        {
            End();
            return null!;
        }

        _result = result;
        GoOnWith(task);
        return TaskEnd.Then(task, this, static (ended, scope) => ((StepScope)scope!).EndWith(ended));
    }

    /// <inheritdoc cref="EndTask(Task)"/>
    /// <param name="task">The callee's task.</param>
    public ValueTask EndValueTask(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return new(EndTask(task.AsTask()));
        }

        // A ValueTask may be awaited only once. This also returns its source to its pool.
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            EndFailed(e); // a source of the user's reported success, and throws anyway
            throw;
        }

        End();
        return default;
    }

    /// <inheritdoc cref="EndTask(Task)"/>
    /// <param name="task">The callee's task.</param>
    /// <param name="result">Records the task's result.</param>
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
            EndFailed(e);
            throw;
        }

        EndValue(value, result);
        return new(value);
    }

    // Outputs were read when the call returned, while its task ran, so the call has not ended yet.
    private void GoOnWith(Task task) => _ended = task.IsCompleted ? _ended : null;

    private Task EndWith(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            End();
        }
        else
        {
            EndFailed(TaskEnd.Cause(task));
        }

        return task;
    }

    private Task<T> EndWith<T>(Task<T> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            EndValue(task.Result, (Action<StepScope, T>?)_result);
        }
        else
        {
            EndFailed(TaskEnd.Cause(task));
        }

        return task;
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
            // The parts that were recorded before stay.
            _unread = $"The result could not be read to its end: {ErrorText.Unreadable(e)}";
        }
        finally
        {
            CaptureNesting.Leave();
        }
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
                Writer.CallIsLate(_line);
            }
            else
            {
                WriteOutcome(failure);
            }
        }
        catch (Exception e)
        {
            Writer.CallIsLost(_line, e);
        }

        Release();
    }
}
