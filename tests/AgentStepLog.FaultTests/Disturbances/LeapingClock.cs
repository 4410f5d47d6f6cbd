namespace AgentStepLog.FaultTests.Disturbances;

/// <summary>A clock by which two seconds go by between any two looks at it, so that a log looks at its file and at its name before each write.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Add(ref _ticks, 2 * TimeSpan.TicksPerSecond);
}
