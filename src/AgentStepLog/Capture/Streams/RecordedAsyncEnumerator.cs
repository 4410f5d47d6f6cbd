using System.Diagnostics;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>
/// One enumeration of an async stream as a step. No method here is <c>async</c>, so that exceptions, the contents of tasks, and the thread on which awaiting code
/// continues stay the callee's own.
/// </summary>
[StackTraceHidden]
internal sealed class RecordedAsyncEnumerator<T> : Enumeration<T>, IAsyncEnumerator<T>
{
    private readonly IAsyncEnumerator<T> _inner;

    internal RecordedAsyncEnumerator(Func<IAsyncEnumerator<T>> inner, LazyCall call, Action<StepScope, T>? record)
        : base(call, record)
    {
        var outer = Enter();
        try
        {
            _inner = inner();
        }
        catch (Exception e)
        {
            ActiveStep.Current = outer;
            Begin();
            Failed(e);
            throw;
        }

        ActiveStep.Current = outer;
    }

    public override T Current => _inner.Current;

    public ValueTask<bool> MoveNextAsync()
    {
        Begin();
        var outer = Enter();
        ValueTask<bool> next;
        try
        {
            next = _inner.MoveNextAsync();
        }
        catch (Exception e)
        {
            ActiveStep.Current = outer;
            Failed(e);
            throw;
        }

        ActiveStep.Current = outer;
        return next.IsCompletedSuccessfully
            ? new(Moved(next))
            : new(TaskEnd.Then(next.AsTask(), this, static (task, step) => ((RecordedAsyncEnumerator<T>)step!).Moved(task)));
    }

    public ValueTask DisposeAsync()
    {
        var outer = Enter();
        ValueTask disposed;
        try
        {
            disposed = _inner.DisposeAsync();
        }
        catch (Exception e)
        {
            ActiveStep.Current = outer;
            Failed(e);
            throw;
        }

        ActiveStep.Current = outer;
        return new(TaskEnd.Then(disposed.AsTask(), this, static (task, step) => ((RecordedAsyncEnumerator<T>)step!).Left(task)));
    }

    private bool Moved(ValueTask<bool> moved)
    {
        bool more;
        try
        {
            more = moved.Result;
        }
        catch (Exception e)
        {
            Failed(e); // a source of the user's reported success, and throws anyway
            throw;
        }

        Moved(more);
        return more;
    }

    private Task<bool> Moved(Task<bool> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            Moved(task.Result);
        }
        else
        {
            Failed(TaskEnd.Cause(task));
        }

        return task;
    }

    private Task Left(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            Left();
        }
        else
        {
            Failed(TaskEnd.Cause(task));
        }

        return task;
    }
}
