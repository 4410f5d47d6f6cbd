namespace AgentStepLog;

/// <summary>An inner exception of the exception with which a call or a run failed.</summary>
public sealed record ErrorCause
{
    /// <summary>
    /// The depth: 1 for the inner exception of the one that was thrown, and for each branch of a thrown <see cref="AggregateException"/>; 2 for the inner
    /// exceptions of these. Numbers are missing where the log leaves exceptions out.
    /// </summary>
    public int Depth { get; init; }

    /// <summary>The full name of the exception's type, at most its first 512 bytes.</summary>
    public string Type { get; init; } = "";

    /// <summary>The exception's message, at most its first 2,048 bytes.</summary>
    public string Message { get; init; } = "";
}
