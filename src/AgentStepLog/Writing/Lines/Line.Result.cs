namespace AgentStepLog.Writing;

/// <summary>What a line brings along when it is written, and what became of it.</summary>
internal sealed partial class Line
{
    private StepFacts _facts;
    private Waiter? _waiter;

    /// <summary>What the running totals take from it.</summary>
    internal ref StepFacts Facts => ref _facts;

    /// <summary>When the step ended, in microseconds since 1970.</summary>
    internal long Timestamp { get; private set; }

    /// <summary>The same in microseconds since the header.</summary>
    internal long Elapsed { get; private set; }

    /// <summary>Why it is not in the log; null if it is.</summary>
    internal Exception? Lost { get; set; }

    /// <summary>Whether the call whose outcome it is counts as open no more.</summary>
    internal bool CallHasEnded { get; set; }

    /// <summary>Its thread, where that must wait. Made for the first time that it must.</summary>
    internal Waiter Waiter => _waiter ??= new(this);

    internal void SetTime(long timestamp, long elapsed)
    {
        (Timestamp, Elapsed) = (timestamp, elapsed);
        Lost = null;
    }
}
