namespace AgentStepLog.Integrity;

/// <summary>What is known of a blob that was looked at.</summary>
internal record struct BlobFacts
{
    /// <summary>The <see cref="Messages"/> of a history of which a part is missing or altered.</summary>
    public const long Broken = -1;

    private long _messages; // as small as it can be: there are hundreds of thousands

    /// <summary>How many bytes it has.</summary>
    public long Bytes { get; set; }

    /// <summary>As the last part of a chat history: how many messages that has, or <see cref="Broken"/>. Null before that was looked at.</summary>
    public long? Messages
    {
        readonly get => _messages == 0 ? null : _messages - 1 + Broken;
        set => _messages = value is { } messages ? messages - Broken + 1 : 0;
    }

    /// <summary>Whether anything else is known yet.</summary>
    public bool IsLookedAt { get; set; }

    /// <summary>Whether it is what its name says; null if it is gone.</summary>
    public bool? Holds { get; set; }

    /// <summary>Whether it may name others: whether a $ is in it, however escaped.</summary>
    public bool MayName { get; set; }

    /// <summary>Whether the blobs that it names were looked for, or will be.</summary>
    public bool IsLookedInto { get; set; }

    /// <summary>Whether it was counted as good.</summary>
    public bool IsGood { get; set; }

    /// <summary>Whether it was counted as missing or altered.</summary>
    public bool IsBad { get; set; }
}
