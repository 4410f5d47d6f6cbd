using System.Diagnostics;
using AgentStepLog.CompilerServices;

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

    // Never this: who enumerates may hold a lock on what it enumerates. And no code of the user's runs under it.
    private readonly object _gate = new();
    private StepScope? _scope;
    private Action<StepScope>? _end;
    private bool _isReading;
    private bool _begun;
    private StepLogException? _refusal;

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
            _refusal = call.Method.FailsClosedIn(call.Log) ? call.Method.Refused(call.Log, e) : null;
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

    /// <exception cref="StepLogException">The enumeration must not go on, since it cannot be recorded; nor may it when it is asked again.</exception>
    private protected void Begin()
    {
        lock (_gate)
        {
            if (!_begun)
            {
                _begun = true;
                try
                {
                    _scope = StepScope.BeginEnumeration(_call, _node!, _isFirst, _attempt);
                }
                catch (StepLogException e)
                {
                    _refusal = e;
                }
            }

            if (_refusal is not null)
            {
                throw _refusal;
            }
        }
    }

    /// <summary>There was a next item, or there was none.</summary>
    private protected void Moved(bool more)
    {
        if (!more)
        {
            End(static scope => scope.EndVoid());
            return;
        }

        StepScope scope;
        lock (_gate)
        {
            if (_scope is null || _end is not null)
            {
                return;
            }

            _scope.CountItem();
            if (_isReading)
            {
                _scope.ItemIsMissed(); // two threads at once, or an item whose getter asks for the next
                return;
            }

            _isReading = true;
            scope = _scope;
        }

        scope.Returned();
        Record(scope);
        scope.GoOn();
        Action<StepScope>? end;
        lock (_gate)
        {
            _isReading = false;
            end = _end;
            if (end is not null)
            {
                _scope = null;
            }
        }

        end?.Invoke(scope);
    }

    private protected void Failed(Exception exception) => End(scope => scope.Fail(exception));

    /// <summary>Disposed of: if the end was not reached, by choice of who enumerates.</summary>
    private protected void Left() => End(static scope => scope.EndIncomplete());

    private void End(Action<StepScope> end)
    {
        StepScope? scope;
        lock (_gate)
        {
            _begun = true;
            scope = _scope;
            if (_isReading)
            {
                _end ??= end; // the scope is in use, until the item is read
                return;
            }

            _scope = null;
        }

        if (scope is not null)
        {
            end(scope);
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
}
