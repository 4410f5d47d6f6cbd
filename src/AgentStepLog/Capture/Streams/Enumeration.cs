using System.Diagnostics;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>One enumeration of a call's result, and the recording of its items.</summary>
/// <param name="call">The call that returned the sequence.</param>
/// <param name="record">Records an item; null if there is nothing to record.</param>
[StackTraceHidden]
internal abstract class Enumeration<T>(LazyCall call, Action<StepScope, T>? record) : EnumerationStep(call)
{
    public abstract T Current { get; }

    /// <summary>Called after MoveNext, with its result.</summary>
    private protected void Moved(bool more)
    {
        if (!more)
        {
            End(static scope => scope.End());
        }
        else if (Use() is { } scope)
        {
            scope.CountItem();
            scope.Returned();
            Record(scope);
            scope.GoOn();
            Used(scope);
        }
    }

    private protected void Failed(Exception exception) => End(scope => scope.EndFailed(exception));

    /// <summary>Called at the disposal. If the end was not reached, the user's code chose to stop.</summary>
    private protected void Left() => End(static scope => scope.EndIncomplete());

    private void Record(StepScope scope)
    {
        if (record is null)
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
            // The code that enumerates gets the same exception when it reads the item.
            scope.ItemIsUnread(e);
            return;
        }

        scope.Record(item, record);
    }
}
