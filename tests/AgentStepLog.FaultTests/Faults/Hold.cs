namespace AgentStepLog.FaultTests.Faults;

/// <summary>A call to the system that takes as long as a test says.</summary>
internal sealed class Hold : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    private readonly TaskCompletionSource _held = new();
    private readonly TaskCompletionSource _released = new();

    private Hold()
    {
    }

    public static Hold Begin() => new();

    /// <summary>Waits until somebody is held.</summary>
    public void Await() => Assert.True(_held.Task.Wait(s_patience), "Nobody called.");

    /// <summary>Is held.</summary>
    public void Stay()
    {
        _held.SetResult();
        Assert.True(_released.Task.Wait(s_patience), "Nobody let go.");
    }

    public void Dispose() => _released.SetResult();
}
