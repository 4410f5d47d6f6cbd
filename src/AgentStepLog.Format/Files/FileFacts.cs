namespace AgentStepLog.Files;

/// <summary>The facts that the system tells of a name without opening it. A link is not followed.</summary>
/// <param name="IsFile">Whether it is a regular file. Directories and links are none; nor are pipes and devices, where the system tells them apart.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Written">When it was last written or touched.</param>
internal readonly record struct FileFacts(bool IsFile, long Length, DateTimeOffset Written);
