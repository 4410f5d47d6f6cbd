namespace AgentStepLog.Writing;

/// <summary>A run's clock. It may be the user's: it is never read under a lock.</summary>
/// <param name="time">Where the time comes from.</param>
/// <param name="elapsedBefore">Microseconds that a run that is gone on with took before.</param>
internal sealed class RunClock(TimeProvider time, long elapsedBefore)
{
    private readonly long _startedAt = time.GetTimestamp();

    /// <summary>Microseconds since the Unix epoch.</summary>
    internal long Now() => (time.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>Microseconds since the header.</summary>
    internal long Elapsed() => elapsedBefore + Math.Max(0, time.GetElapsedTime(_startedAt).Ticks / TimeSpan.TicksPerMicrosecond);
}
