using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

public sealed partial class StepScope
{
    // What records a pending call's result, between its return and its end.
    private Delegate? _result;

    /// <summary>The call threw.</summary>
    /// <param name="exception">What it threw; an <see cref="OperationCanceledException"/> records a canceled step, unless a timeout is within it.</param>
    public void Fail(Exception exception) => EndFailed(exception);

    /// <summary>The call was refused before it was made: frames of our code say nothing of the reason.</summary>
    internal void Refuse(Exception exception)
    {
        Returned();
        _began = _ended ?? _began;
        Finish(Failure.Refused(exception));
    }

    /// <summary>A call recorded manually that was disposed of without an end.</summary>
    internal void Abandon() => Finish(Failure.Of("The call was left without Complete or Fail."));

    /// <summary>The call returned nothing.</summary>
    public void EndVoid() => End();

    /// <summary>The call, or what it returned, came to its end, and all that it gave is recorded.</summary>
    internal void End() => Finish(default);

    /// <inheritdoc cref="Fail"/>
    internal void EndFailed(Exception exception)
    {
        Returned(); // the message, and what is within, may be the user's code
        Finish(Failure.Of(exception));
    }

    /// <summary>A call recorded manually has ended.</summary>
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

    /// <summary>The call returned a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="result">Records it through <see cref="Output"/> and <see cref="Tokens"/>; null if there is nothing to record.</param>
    public void EndValue<T>(T value, Action<StepScope, T>? result)
    {
        if (result is not null)
        {
            Returned();
            Record(value, result);
        }

        End();
    }

    /// <summary>The call returned a task; the step ends with it.</summary>
    /// <param name="task">The callee's task; may be null.</param>
    /// <returns>What to hand to the caller: the same task if it has completed without an exception.</returns>
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
    /// <param name="result">Records its result.</param>
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

        // Its source wants to be asked once, and gives it back for other calls then.
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            EndFailed(e); // a source of the user's that said that all is well
            throw;
        }

        End();
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
            EndFailed(e);
            throw;
        }

        EndValue(value, result);
        return new(value);
    }

    // What was read when the call returned was read while its task ran: the call goes on.
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
            // What was recorded before stands.
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
