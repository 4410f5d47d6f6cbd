using System.Diagnostics;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>
/// The step of one enumeration: begins when the first item is asked for, ends once, whatever order the user's code takes and from whatever threads. Who
/// uses the pooled scope does so alone and under no lock, since clock, items and disk may take their time; it is not touched after its end.
/// </summary>
[StackTraceHidden]
internal abstract class EnumerationStep
{
    private readonly LazyCall _call;
    private readonly ActiveStep? _node;
    private readonly bool _isFirst;
    private readonly int? _attempt = AttemptScope.Here;

    // Never this: who enumerates may hold a lock on what it enumerates. It is held for moments, and guards all below.
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

    /// <summary>Makes this step the parent of what is called from here on.</summary>
    /// <returns>What was ambient before, and is to be again.</returns>
    private protected ActiveStep? Enter()
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

    // To wait for the other thread could be to wait for ever: its clock or its disk may wait for this one.
    private StepLogException IsBeginning() =>
        _call.Refused(new InvalidOperationException("another thread asked for its first item, and that is not recorded yet"));

    /// <summary>Takes the scope to record an item, until <see cref="Used"/>.</summary>
    /// <returns>Null if there is none, or another item is recorded: of two threads at once, or by a getter that asks for the next. That one is counted.</returns>
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

    /// <summary>Ends the step; where the scope is in use, who uses it does so.</summary>
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
