namespace AgentStepLog.Files;

/// <summary>Adds bytes of files up. Sparse files may have any length: a sum beyond what a number holds is the largest one.</summary>
internal static class ByteCount
{
    public static long Sum(IEnumerable<long> bytes) => bytes.Aggregate(0L, static (sum, next) => next > long.MaxValue - sum ? long.MaxValue : sum + next);
}
