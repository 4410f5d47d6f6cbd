namespace AgentStepLog.Records;

/// <summary>Adds token counts without overflow: one absurd count must not make the sum negative.</summary>
internal static class TokenSum
{
    /// <summary>The sum, or the number nearest to it that a long can hold.</summary>
    public static long Add(long sum, long tokens)
    {
        var result = unchecked(sum + tokens);
        return ((sum ^ result) & (tokens ^ result)) >= 0 ? result : sum < 0 ? long.MinValue : long.MaxValue;
    }
}
