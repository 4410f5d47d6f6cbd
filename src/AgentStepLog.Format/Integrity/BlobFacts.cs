namespace AgentStepLog.Integrity;

/// <summary>The facts about a blob that was checked.</summary>
internal record struct BlobFacts
{
    /// <summary>The <see cref="Messages"/> of a history with a missing or altered part.</summary>
    public const long Broken = -1;

    private long _messages; // not a long?, since there are hundreds of thousands of these

    /// <summary>The blob's length in bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>How many messages a chat history has that ends with this blob, or <see cref="Broken"/>. Null until the history is checked.</summary>
    public long? Messages
    {
        readonly get => _messages == 0 ? null : _messages - 1 + Broken;
        set => _messages = value is { } messages ? messages - Broken + 1 : 0;
    }

    /// <summary>Whether the blob was read, so that the other facts are known.</summary>
    public bool IsLookedAt { get; set; }

    /// <summary>Whether the blob matches its hash; null if it is gone.</summary>
    public bool? Holds { get; set; }

    /// <summary>Whether the blob may name others: whether it contains a $, escaped or not.</summary>
    public bool MayName { get; set; }

    /// <summary>Whether the blob was searched for the names of others, or is waiting for that.</summary>
    public bool IsLookedInto { get; set; }

    /// <summary>Whether the blob was counted as good.</summary>
    public bool IsGood { get; set; }

    /// <summary>Whether the blob was counted as missing or altered.</summary>
    public bool IsBad { get; set; }
}
