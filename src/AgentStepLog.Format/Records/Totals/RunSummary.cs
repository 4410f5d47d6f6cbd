using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// The totals of a run, so far or at its end. A live log and its file give the same totals.
/// <see cref="ToString"/> returns a block to print.
/// </summary>
public sealed record RunSummary
{
    /// <summary>The totals of a run without steps.</summary>
    public static RunSummary Empty { get; } = new();

    /// <summary>Steps. The log's own lines do not count: header, intents, gaps, recoveries and end.</summary>
    public long Steps { get; init; }

    /// <summary>Tool calls that ended.</summary>
    public long ToolCalls { get; init; }

    /// <summary>LLM calls that ended.</summary>
    public long LlmCalls { get; init; }

    /// <summary>Agent calls that ended.</summary>
    public long AgentCalls { get; init; }

    /// <summary>Events.</summary>
    public long Events { get; init; }

    /// <summary>Calls that ended with an error, canceled ones included.</summary>
    public long Errors { get; init; }

    /// <summary>Input tokens of models, as far as known.</summary>
    public long InputTokens { get; init; }

    /// <summary>Output tokens of models, as far as known.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Input tokens that came from a cache, as far as known.</summary>
    public long CachedTokens { get; init; }

    /// <summary>Output tokens spent on reasoning, as far as known.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>Time from the header to the last line; for an open log, to now.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The calls of each tool, by name in ordinal order.</summary>
    public IReadOnlyList<CallStatistics> Tools { get; init => field = EquatableList<CallStatistics>.From(value); } =
        EquatableList<CallStatistics>.Empty;

    /// <summary>The calls of each model, by name in ordinal order.</summary>
    public IReadOnlyList<CallStatistics> Models { get; init => field = EquatableList<CallStatistics>.From(value); } =
        EquatableList<CallStatistics>.Empty;

    /// <summary>The <see cref="Errors"/> of each exception type, by name in ordinal order.</summary>
    public IReadOnlyList<ErrorStatistics> ErrorTypes { get; init => field = EquatableList<ErrorStatistics>.From(value); } =
        EquatableList<ErrorStatistics>.Empty;

    /// <summary>A readable block of several lines, without a trailing line break.</summary>
    public override string ToString() => SummaryBlock.Of(this);
}
