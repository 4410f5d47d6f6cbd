namespace AgentStepLog.IntegrationTests.Durations;

/// <summary>A clock that moves when something of a test's does: a method that works, or a value that is looked at.</summary>
internal sealed class HandClock : TimeProvider
{
    private static readonly AsyncLocal<HandClock?> s_here = new();

    private long _ticks;

    public static HandClock? Here
    {
        get => s_here.Value;
        set => s_here.Value = value;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public static void Pass(double milliseconds)
    {
        if (Here is { } clock)
        {
            Interlocked.Add(ref clock._ticks, (long)(milliseconds * TimeSpan.TicksPerMillisecond));
        }
    }
}
