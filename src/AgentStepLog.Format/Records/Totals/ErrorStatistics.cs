namespace AgentStepLog;

/// <summary>The errors of one type.</summary>
public sealed record ErrorStatistics
{
    /// <summary>The full name of the exception's type; <c>(unknown)</c> for errors without one.</summary>
    public string Type { get; init; } = "";

    /// <summary>How many calls ended with an error of this type.</summary>
    public long Errors { get; init; }
}
