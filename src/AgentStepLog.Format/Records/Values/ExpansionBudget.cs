namespace AgentStepLog.Records;

/// <summary>How much of blobs may still be read for one value. Counted is what it takes of memory and time, and not what comes out in the end.</summary>
internal sealed class ExpansionBudget(long limit)
{
    /// <summary>A blob is a file to be opened, and an object.</summary>
    internal const int PerBlob = 512;

    /// <summary>A message of a history has an entry of its own while the history is put together.</summary>
    internal const int PerMessage = 32;

    internal long Left { get; private set; } = limit;

    /// <exception cref="ExpansionException">There is less left.</exception>
    internal void Take(long bytes)
    {
        Left -= bytes;
        if (Left < 0)
        {
            throw new ExpansionException();
        }
    }
}
