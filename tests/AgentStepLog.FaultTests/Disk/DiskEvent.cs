namespace AgentStepLog.FaultTests.Disk;

/// <summary>One thing that happened to a disk.</summary>
internal readonly record struct DiskEvent(DiskAction Action)
{
    /// <summary>The name it was done to; of an acknowledgement, the record.</summary>
    public string Path { get; init; } = "";

    public string To { get; init; } = "";

    public int File { get; init; }

    /// <summary>Where a write begins; the length that was set.</summary>
    public long Offset { get; init; }

    /// <summary>When it happened, after others and before others.</summary>
    public int Order { get; init; }

    public byte[]? Bytes { get; init; }
}
