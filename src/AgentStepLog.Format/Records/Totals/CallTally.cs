namespace AgentStepLog.Records;

/// <summary>Running totals of the calls of one name.</summary>
internal sealed partial class CallTally
{
    private readonly DurationHistogram _durations = new();
    private long _calls;
    private long _errors;
    private long _totalMicroseconds;

    public void Add(long microseconds, bool failed)
    {
        _calls++;
        _errors += failed ? 1 : 0;
        _totalMicroseconds += microseconds;
        _durations.Add(microseconds);
    }

    public CallStatistics ToStatistics(string name) => new()
    {
        Name = name,
        Calls = _calls,
        Errors = _errors,
        Total = Time(_totalMicroseconds),
        P50 = Time(_durations.Percentile(50)),
        P95 = Time(_durations.Percentile(95)),
    };

    private static TimeSpan Time(long microseconds) => TimeSpan.FromTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
