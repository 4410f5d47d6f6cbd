using System.Diagnostics;

namespace AgentStepLog.Capture;

/// <summary>
/// One enumeration of what a call returned, as a step: begins when the first item is asked for, ends once, whatever order the
/// user's code takes and from whatever threads. The pooled scope is touched under the lock only, and never after its end.
/// </summary>
[StackTraceHidden]
internal abstract class Enumeration<T>
{
    private readonly LazyCall _call;
    private readonly Action<StepScope, T>? _record;
    private readonly ActiveStep? _node;
    private readonly bool _isFirst;
    private readonly int? _attempt = AttemptScope.Here;
    private StepScope? _scope;
    private bool _begun;

    /// <param name="call">The call that returned what is enumerated.</param>
    /// <param name="record">Records an item; null if there is nothing to record.</param>
    private protected Enumeration(LazyCall call, Action<StepScope, T>? record)
    {
        (_call, _record) = (call, record);
        try
        {
            (_node, _isFirst) = call.NextStep();
        }
        catch (Exception e)
        {
            call.Log.Writer.Lose(e);
            _begun = true;
        }
    }

    public abstract T Current { get; }

    /// <summary>Makes this step the parent of what is called from here on.</summary>
    /// <returns>What was ambient before, for <see cref="StepScope.Leave"/>.</returns>
    private protected object? Enter()
    {
        var outer = ActiveStep.Current;
        if (_node is not null)
        {
            ActiveStep.Current = _node;
        }

        return outer;
    }

    private protected void Begin()
    {
        lock (this)
        {
            if (!_begun)
            {
                _begun = true;
                _scope = StepScope.BeginEnumeration(_call, _node!, _isFirst, _attempt);
            }
        }
    }

    /// <summary>There was a next item, or there was none.</summary>
    private protected void Moved(bool more)
    {
        lock (this)
        {
            if (_scope is null)
            {
                return;
            }

            if (more)
            {
                _scope.CountItem();
                Record(_scope);
            }
            else
            {
                End()?.EndVoid();
            }
        }
    }

    private protected void Failed(Exception exception)
    {
        lock (this)
        {
            End()?.Fail(exception);
        }
    }

    /// <summary>Disposed of: if the end was not reached, by choice of who enumerates.</summary>
    private protected void Left()
    {
        lock (this)
        {
            _begun = true;
            End()?.EndIncomplete();
        }
    }

    private void Record(StepScope scope)
    {
        if (_record is null)
        {
            return;
        }

        T item;
        try
        {
            item = Current;
        }
        catch (Exception e)
        {
            // Who enumerates gets it too, when it reads the item.
            scope.ItemIsUnread(e);
            return;
        }

        scope.Record(item, _record);
    }

    private StepScope? End()
    {
        var scope = _scope;
        _scope = null;
        return scope;
    }
}
