using System.Diagnostics;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>
/// The step of one enumeration. It begins when the first item is requested, and ends once, whatever threads use it and in whatever order. Only one thread at a time
/// uses the pooled scope, and without a lock, because the clock, the items and the disk may take time. The scope is not used after its end.
/// </summary>
[StackTraceHidden]
internal abstract class EnumerationStep
{
    private readonly LazyCall _call;
    private readonly ActiveStep? _node;
    private readonly bool _isFirst;
    private readonly int? _attempt = AttemptScope.Here;

    // A private lock, and not this, because the user's code may lock the object that it enumerates. It is held for moments, and guards all fields below.
    private readonly object _gate = new();
    private StepScope? _scope;
    private Action<StepScope>? _end;
    private bool _begun;
    private bool _isUsed;
    private long _missed;
    private StepLogException? _refusal;

    /// <param name="call">The call that returned what is enumerated.</param>
    private protected EnumerationStep(LazyCall call)
    {
        _call = call;
        try
        {
            (_node, _isFirst) = call.NextStep();
        }
        catch (Exception e)
        {
            call.Log.Writer.Lose(e);
            _begun = true;
            _refusal = call.FailsClosed ? call.Refused(e) : null;
        }
    }

    /// <summary>Makes this step the parent of the calls within it.</summary>
    /// <returns>The step that was active before, which must become active again.</returns>
    private protected ActiveStep? Enter()
    {
        var outer = ActiveStep.Current;
        if (_node is not null)
        {
            ActiveStep.Current = _node;
        }

        return outer;
    }

    /// <exception cref="StepLogException">The enumeration cannot be recorded, so it must not run. Later attempts throw the same exception.</exception>
    private protected void Begin()
    {
        if (!MustBegin())
        {
            return;
        }

        StepScope? scope = null;
        StepLogException? refusal = null;
        try
        {
            scope = StepScope.BeginEnumeration(_call, _node!, _isFirst, _attempt);
        }
        catch (StepLogException e)
        {
            refusal = e;
        }

        lock (_gate)
        {
            (_scope, _refusal) = (scope, refusal);
        }

        Used(scope);
        if (refusal is not null)
        {
            throw refusal;
        }
    }

    private bool MustBegin()
    {
        lock (_gate)
        {
            if (_refusal is not null)
            {
                throw _refusal;
            }

            if (_begun)
            {
                return _isUsed && _scope is null && _call.FailsClosed ? throw IsBeginning() : false;
            }

            return _begun = _isUsed = true;
        }
    }

    // Waiting for the other thread could last for ever, because its clock or its disk may wait for this thread.
    private StepLogException IsBeginning() =>
        _call.Refused(new InvalidOperationException("another thread asked for its first item, and that is not recorded yet"));

    /// <summary>Reserves the scope to record an item, until <see cref="Used"/>.</summary>
    /// <returns>
    /// Null if there is no scope, or if another item is being recorded, on another thread or by a getter that requests the next item. The missed item is counted.
    /// </returns>
    private protected StepScope? Use()
    {
        lock (_gate)
        {
            if (_isUsed)
            {
                _missed += _end is null ? 1 : 0;
                return null;
            }

            _isUsed = _scope is not null;
            return _scope;
        }
    }

    private protected void Used(StepScope? scope)
    {
        Action<StepScope>? end;
        lock (_gate)
        {
            _isUsed = false;
            scope?.CountMissed(_missed);
            (_missed, end) = (0, _end);
            _scope = end is null ? _scope : null;
        }

        if (scope is not null)
        {
            end?.Invoke(scope);
        }
    }

    /// <summary>Ends the step. If a thread is using the scope, that thread ends the step when it is done.</summary>
    private protected void End(Action<StepScope> end)
    {
        StepScope? scope;
        lock (_gate)
        {
            _begun = true;
            if (_isUsed)
            {
                _end ??= end;
                return;
            }

            scope = _scope;
            _scope = null;
        }

        if (scope is not null)
        {
            end(scope);
        }
    }
}
