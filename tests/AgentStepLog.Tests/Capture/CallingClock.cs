namespace AgentStepLog.Tests.Capture;

/// <summary>A user's clock that calls when it is read, as it is told to once.</summary>
internal sealed class CallingClock : TimeProvider
{
    private Action? _call;

    /// <summary>What the next reading calls.</summary>
    public void Next(Action call) => Volatile.Write(ref _call, call);

    public override long GetTimestamp()
    {
        Interlocked.Exchange(ref _call, null)?.Invoke();
        return base.GetTimestamp();
    }
}
