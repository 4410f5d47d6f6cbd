namespace AgentStepLog.Writing;

/// <summary>The part of a line that holds its data for the totals, its times, and its result.</summary>
internal sealed partial class Line
{
    private StepFacts _facts;
    private Waiter? _waiter;

    /// <summary>The line's share in the running totals.</summary>
    internal ref StepFacts Facts => ref _facts;

    /// <summary>When the step ended, in microseconds since 1970.</summary>
    internal long Timestamp { get; private set; }

    /// <summary>When the step ended, in microseconds since the header.</summary>
    internal long Elapsed { get; private set; }

    /// <summary>The reason why the line is not in the log; null if it is.</summary>
    internal Exception? Lost { get; set; }

    /// <summary>Whether the call of this outcome has stopped counting as open.</summary>
    internal bool CallHasEnded { get; set; }

    /// <summary>The line's thread, where it must wait. The object is made at the first wait.</summary>
    internal Waiter Waiter => _waiter ??= new(this);

    internal void SetTime(long timestamp, long elapsed)
    {
        (Timestamp, Elapsed) = (timestamp, elapsed);
        Lost = null;
    }
}
