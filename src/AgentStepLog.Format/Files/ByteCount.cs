namespace AgentStepLog.Files;

/// <summary>Adds the lengths of files. Sparse files may have any length: a sum that exceeds a long is <see cref="long.MaxValue"/>.</summary>
internal static class ByteCount
{
    public static long Sum(IEnumerable<long> bytes) => bytes.Aggregate(0L, static (sum, next) => next > long.MaxValue - sum ? long.MaxValue : sum + next);
}
