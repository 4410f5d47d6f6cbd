namespace AgentStepLog.Tests.Writing;

/// <summary>A clock that moves only when a test says so, and backwards too.</summary>
internal sealed class FixedClock : TimeProvider
{
    private long _ticks;

    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public bool Fails { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Fails ? throw new TimeZoneNotFoundException() : Now;

    public override long GetTimestamp() => Fails ? throw new TimeZoneNotFoundException() : _ticks;

    public void Advance(TimeSpan time)
    {
        Now += time;
        _ticks += time.Ticks;
    }

    public void Rewind(TimeSpan time) => _ticks -= time.Ticks;
}
