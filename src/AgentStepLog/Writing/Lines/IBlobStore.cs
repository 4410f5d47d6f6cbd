namespace AgentStepLog.Writing;

/// <summary>Takes values that are too large for their line.</summary>
internal interface IBlobStore
{
    /// <summary>The chat histories of the run's model calls.</summary>
    ChatThreads Threads { get; }

    /// <summary>Stores a value, before the line that names it is written. Does not throw: a loss is counted and told in the log.</summary>
    /// <param name="content">The value's JSON.</param>
    /// <param name="hash">The SHA-256 of it.</param>
    /// <returns>Whether it is stored.</returns>
    bool Store(ReadOnlySpan<byte> content, ReadOnlySpan<byte> hash);

    /// <summary>The same of a document that other runs of the directory name, too: it stands once for all of them.</summary>
    /// <param name="content">The document's JSON.</param>
    /// <param name="hash">The SHA-256 of it.</param>
    /// <returns>Whether it is stored.</returns>
    bool StoreShared(ReadOnlySpan<byte> content, ReadOnlySpan<byte> hash);
}
