using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// What a run came to, so far or in the end. The same whether it comes from a live log or from its file.
/// <see cref="ToString"/> gives a block to print.
/// </summary>
public sealed record RunSummary
{
    /// <summary>A run in which nothing happened yet.</summary>
    public static RunSummary Empty { get; } = new();

    /// <summary>Steps: every line but the log's own (header, intents, gaps, recoveries, end).</summary>
    public long Steps { get; init; }

    /// <summary>Tool calls that ended.</summary>
    public long ToolCalls { get; init; }

    /// <summary>Model calls that ended.</summary>
    public long LlmCalls { get; init; }

    /// <summary>Nested agents that ended.</summary>
    public long AgentCalls { get; init; }

    /// <summary>Events.</summary>
    public long Events { get; init; }

    /// <summary>Calls that ended with an error; canceled ones included.</summary>
    public long Errors { get; init; }

    /// <summary>Tokens that models read, as far as known.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens that models wrote, as far as known.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Input tokens that came from a cache, as far as known.</summary>
    public long CachedTokens { get; init; }

    /// <summary>Output tokens spent on reasoning, as far as known.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>Time from the header to the last line; for an open log, to now.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>By tool, by name in ordinal order.</summary>
    public IReadOnlyList<CallStatistics> Tools { get; init => field = EquatableList<CallStatistics>.From(value); } =
        EquatableList<CallStatistics>.Empty;

    /// <summary>By model, by name in ordinal order.</summary>
    public IReadOnlyList<CallStatistics> Models { get; init => field = EquatableList<CallStatistics>.From(value); } =
        EquatableList<CallStatistics>.Empty;

    /// <summary>The <see cref="Errors"/> by the type of their exception, by name in ordinal order.</summary>
    public IReadOnlyList<ErrorStatistics> ErrorTypes { get; init => field = EquatableList<ErrorStatistics>.From(value); } =
        EquatableList<ErrorStatistics>.Empty;

    /// <summary>A readable block of several lines, without a trailing line break.</summary>
    public override string ToString() => SummaryBlock.Of(this);
}
