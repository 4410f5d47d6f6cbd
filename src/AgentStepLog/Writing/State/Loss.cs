namespace AgentStepLog.Writing;

/// <summary>What one <c>gap</c> tells.</summary>
internal struct Loss
{
    internal long Lines;
    internal long Values;

    /// <summary>When the first of it was lost, in microseconds since 1970.</summary>
    internal long From;
    internal long To;

    /// <summary>Null where there is nothing to tell.</summary>
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
