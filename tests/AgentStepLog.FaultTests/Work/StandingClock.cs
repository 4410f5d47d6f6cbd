namespace AgentStepLog.FaultTests.Work;

/// <summary>A clock whose durations stand still, so that what a log does now and then by the time that passes, it does at the same calls in each run.</summary>
internal sealed class StandingClock : TimeProvider
{
    public static StandingClock Instance { get; } = new();

    public override long GetTimestamp() => 0;
}
