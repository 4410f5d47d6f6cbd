namespace AgentStepLog.Records;

/// <summary>How far the blobs of a value were expanded.</summary>
internal enum Expansion
{
    /// <summary>All references were replaced.</summary>
    Whole,

    /// <summary>A reference or a hash could not be replaced.</summary>
    Partial,

    /// <summary>The value exceeds the limit of expansion, so it is returned as its line has it.</summary>
    TooLarge,
}
