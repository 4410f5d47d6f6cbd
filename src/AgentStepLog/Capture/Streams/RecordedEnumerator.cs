using System.Collections;
using System.Diagnostics;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>One enumeration of a lazy sequence as a step.</summary>
[StackTraceHidden]
internal sealed class RecordedEnumerator<T> : Enumeration<T>, IEnumerator<T>
{
    private readonly IEnumerator _inner;

    internal RecordedEnumerator(Func<IEnumerator> inner, LazyCall call, Action<StepScope, T>? record)
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

    public override T Current => _inner is IEnumerator<T> typed ? typed.Current : (T)_inner.Current!;

    object? IEnumerator.Current => _inner.Current;

    public bool MoveNext()
    {
        Begin();
        var outer = Enter();
        bool more;
        try
        {
            more = _inner.MoveNext();
        }
        catch (Exception e)
        {
            ActiveStep.Current = outer;
            Failed(e);
            throw;
        }

        ActiveStep.Current = outer;
        Moved(more);
        return more;
    }

    public void Reset() => _inner.Reset();

    public void Dispose()
    {
        var outer = Enter();
        try
        {
            (_inner as IDisposable)?.Dispose();
        }
        catch (Exception e)
        {
            ActiveStep.Current = outer;
            Failed(e);
            throw;
        }

        ActiveStep.Current = outer;
        Left();
    }
}
