namespace AgentStepLog.Writing;

/// <summary>The clock of a run. It may be the user's code, so it is never read under a lock.</summary>
/// <param name="time">The source of the time.</param>
/// <param name="elapsedBefore">The microseconds that a resumed run took before.</param>
internal sealed class RunClock(TimeProvider time, long elapsedBefore)
{
    private readonly long _startedAt = time.GetTimestamp();

    /// <summary>Microseconds since the Unix epoch.</summary>
    internal long Now() => (time.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>Microseconds since the header.</summary>
    internal long Elapsed() => elapsedBefore + Math.Max(0, time.GetElapsedTime(_startedAt).Ticks / TimeSpan.TicksPerMicrosecond);
}
