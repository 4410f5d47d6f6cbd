namespace AgentStepLog.IntegrationTests.FailClosed;

/// <summary>A clock that stops telling the time: no line can be written then, and calls can still begin.</summary>
internal sealed class StoppingClock : TimeProvider
{
    public bool Stops { get; set; }

    public override DateTimeOffset GetUtcNow() => Stops ? throw new InvalidOperationException("the clock stands") : base.GetUtcNow();
}
