namespace AgentStepLog.Records;

/// <summary>Adds tokens that somebody states: a number without sense must not make the sum of the others negative.</summary>
internal static class TokenSum
{
    /// <summary>The sum, or as near to it as a number can be.</summary>
    public static long Add(long sum, long tokens)
    {
        var result = unchecked(sum + tokens);
        return ((sum ^ result) & (tokens ^ result)) >= 0 ? result : sum < 0 ? long.MinValue : long.MaxValue;
    }
}
