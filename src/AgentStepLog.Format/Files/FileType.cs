namespace AgentStepLog.Files;

/// <summary>The type of the file system entry under a name.</summary>
internal enum FileType
{
    /// <summary>No entry, or one that may not be looked at.</summary>
    None,

    Regular,
    Directory,
    Link,
    Fifo,
    Socket,
    Device,
}
