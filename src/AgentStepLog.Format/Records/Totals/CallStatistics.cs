namespace AgentStepLog;

/// <summary>The calls of one tool, or of one model.</summary>
public sealed record CallStatistics
{
    /// <summary>The tool's or model's name; <c>(unknown)</c> for a model without one.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many calls ended.</summary>
    public long Calls { get; init; }

    /// <summary>How many calls ended with an error.</summary>
    public long Errors { get; init; }

    /// <summary>The sum of the calls' durations, exact to the microsecond.</summary>
    public TimeSpan Total { get; init; }

    /// <summary>The median duration: half of the calls took at most this long. Within 1 % of the exact value.</summary>
    public TimeSpan P50 { get; init; }

    /// <summary>The 95th percentile: 95 % of the calls took at most this long. Within 1 % of the exact value.</summary>
    public TimeSpan P95 { get; init; }
}
