namespace AgentStepLog.Writing;

/// <summary>What the system says of a name without opening it. A link is not followed.</summary>
/// <param name="IsFile">Neither a directory nor a link. A pipe or a device is a file of no length.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Written">When it was written, or touched, last.</param>
internal readonly record struct FileFacts(bool IsFile, long Length, DateTimeOffset Written);
