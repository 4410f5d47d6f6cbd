namespace AgentStepLog;

/// <summary>An exception within the one that a call or a run failed with.</summary>
public sealed record ErrorCause
{
    /// <summary>
    /// How far within: 1 for the inner exception of what was thrown, and for each branch of an <see cref="AggregateException"/> that was thrown; 2 for what
    /// is within these. A number is passed over where the log leaves exceptions out.
    /// </summary>
    public int Depth { get; init; }

    /// <summary>Full name of the exception's type, its first 512 bytes.</summary>
    public string Type { get; init; } = "";

    /// <summary>The exception's message, its first 2,048 bytes.</summary>
    public string Message { get; init; } = "";
}
