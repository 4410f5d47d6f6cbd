namespace AgentStepLog.Records;

/// <summary>Where the values are that a line only names, by their hash. Never hands out content that does not have the hash.</summary>
internal abstract class BlobReader(StepLogReadOptions? limits)
{
    /// <summary>How much may be read for one value.</summary>
    public StepLogReadOptions Limits { get; } = limits ?? new();

    /// <summary>The blob's content; null when it is gone, or is not what the hash says.</summary>
    /// <param name="reference">Its hash, as <c>sha256:…</c>.</param>
    /// <param name="budget">How much may be read.</param>
    /// <exception cref="ExpansionException">It has more bytes than are left.</exception>
    public abstract byte[]? Read(string reference, ExpansionBudget budget);

    /// <summary>The messages of a chat history; null when one of its blobs is gone or is not what it should be.</summary>
    /// <param name="reference">The last blob, as <c>sha256:…</c>.</param>
    /// <param name="count">How many messages it has.</param>
    /// <param name="budget">How much may be read.</param>
    /// <exception cref="ExpansionException">That is not enough.</exception>
    public abstract List<ReadOnlyMemory<byte>>? ReadThread(string reference, long count, ExpansionBudget budget);
}
