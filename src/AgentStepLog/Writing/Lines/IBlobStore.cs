namespace AgentStepLog.Writing;

/// <summary>Stores values that are too large for their line.</summary>
internal interface IBlobStore
{
    /// <summary>The chat histories of the run's model calls.</summary>
    ChatThreads Threads { get; }

    /// <summary>Stores a value before the line that names it is written. It does not throw: a loss is counted, and a gap reports it.</summary>
    /// <param name="content">The value's JSON.</param>
    /// <param name="hash">The SHA-256 of the JSON.</param>
    /// <returns>Whether the value is stored.</returns>
    bool Store(ReadOnlySpan<byte> content, ReadOnlySpan<byte> hash);

    /// <summary>Stores a document that other runs of the directory may name too, so that one copy serves all of them.</summary>
    /// <param name="content">The document's JSON.</param>
    /// <param name="hash">The SHA-256 of the JSON.</param>
    /// <returns>Whether the document is stored.</returns>
    bool StoreShared(ReadOnlySpan<byte> content, ReadOnlySpan<byte> hash);
}
