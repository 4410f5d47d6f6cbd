namespace AgentStepLog.Writing;

/// <summary>The losses that one <c>gap</c> reports.</summary>
internal struct Loss
{
    internal long Lines;
    internal long Values;

    /// <summary>The time of the first loss, in microseconds since 1970.</summary>
    internal long From;
    internal long To;

    /// <summary>Why the records were lost; null if there is nothing to report.</summary>
    internal string? Reason;

    internal readonly void Write(Line line)
    {
        line.Number("lost"u8, Lines);
        line.Name("from_ts"u8);
        line.Json.Fixed(From, 6);
        line.Name("to_ts"u8);
        line.Json.Fixed(To, 6);
        line.Label("reason"u8, Values == 0 ? Reason
            : $"{Reason} (values that stand in their lines by hash only: {Values})");
    }
}
