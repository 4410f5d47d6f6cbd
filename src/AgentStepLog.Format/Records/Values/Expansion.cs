namespace AgentStepLog.Records;

/// <summary>What came of the blobs that a value names.</summary>
internal enum Expansion
{
    /// <summary>All are read in.</summary>
    Whole,

    /// <summary>A reference, or a hash, had to stay.</summary>
    Partial,

    /// <summary>They are more than may be read in: the value is left as it stands in its line.</summary>
    TooLarge,
}
