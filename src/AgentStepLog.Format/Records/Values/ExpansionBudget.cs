namespace AgentStepLog.Records;

/// <summary>How many bytes of blobs may still be read for one value. It counts the memory and time that reading takes, and not the size of the result.</summary>
internal sealed class ExpansionBudget(long limit)
{
    /// <summary>The cost of a blob besides its bytes: a file to open, and an object.</summary>
    internal const int PerBlob = 512;

    /// <summary>The cost of a message besides its bytes: an entry in the list of the history's messages.</summary>
    internal const int PerMessage = 32;

    internal long Left { get; private set; } = limit;

    /// <exception cref="ExpansionException">Fewer bytes are left.</exception>
    internal void Take(long bytes)
    {
        Left -= bytes;
        if (Left < 0)
        {
            throw new ExpansionException();
        }
    }
}
