using System.Diagnostics;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>One enumeration of what a call returned, and what is recorded of its items.</summary>
/// <param name="call">The call that returned what is enumerated.</param>
/// <param name="record">Records an item; null if there is nothing to record.</param>
[StackTraceHidden]
internal abstract class Enumeration<T>(LazyCall call, Action<StepScope, T>? record) : EnumerationStep(call)
{
    public abstract T Current { get; }

    /// <summary>There was a next item, or there was none.</summary>
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

    /// <summary>Disposed of: if the end was not reached, by choice of who enumerates.</summary>
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
            // Who enumerates gets it too, when it reads the item.
            scope.ItemIsUnread(e);
            return;
        }

        scope.Record(item, record);
    }
}
