namespace AgentStepLog.Writing;

/// <summary>What happens to a value when its line is complete.</summary>
internal enum LineValueForm
{
    /// <summary>It becomes a blob only if the line is too long. This is for names and ids, and for values that contain other values.</summary>
    Label,

    /// <summary>It becomes a blob if it is larger than the inline limit.</summary>
    Value,

    /// <summary>Like a value. A long history of messages becomes a reference to its stored thread.</summary>
    History,

    /// <summary>It becomes a blob, whatever its size.</summary>
    Blob,

    /// <summary>Its hash replaces it.</summary>
    Hash,
}
