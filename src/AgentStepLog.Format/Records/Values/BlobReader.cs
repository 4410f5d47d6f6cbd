namespace AgentStepLog.Records;

/// <summary>Reads the values that a line names by their hash. It never returns content that does not have the hash.</summary>
internal abstract class BlobReader(StepLogReadOptions? limits)
{
    /// <summary>The limits of reading one value.</summary>
    public StepLogReadOptions Limits { get; } = limits ?? new();

    /// <summary>Returns the blob's content; null when the blob is gone, or its content does not have the hash.</summary>
    /// <param name="reference">The hash, as <c>sha256:…</c>.</param>
    /// <param name="budget">How many bytes may still be read.</param>
    /// <exception cref="ExpansionException">The blob exceeds the budget.</exception>
    public abstract byte[]? Read(string reference, ExpansionBudget budget);

    /// <summary>Returns the messages of a chat history; null when one of its blobs is gone or was altered.</summary>
    /// <param name="reference">The hash of the last blob, as <c>sha256:…</c>.</param>
    /// <param name="count">How many messages the history has.</param>
    /// <param name="budget">How many bytes may still be read.</param>
    /// <exception cref="ExpansionException">The history exceeds the budget.</exception>
    public abstract List<ReadOnlyMemory<byte>>? ReadThread(string reference, long count, ExpansionBudget budget);
}
