namespace AgentStepLog.Files;

/// <summary>What lies under a name.</summary>
internal enum FileType
{
    /// <summary>Nothing, or nothing that may be looked at.</summary>
    None,

    Regular,
    Directory,
    Link,
    Fifo,
    Socket,
    Device,
}
