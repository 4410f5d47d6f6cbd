namespace AgentStepLog.Files;

/// <summary>What the system says of a name without opening it. A link is not followed.</summary>
/// <param name="IsFile">Whether it is a regular file: no directory and no link; nor a pipe or a device, where the system tells these.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Written">When it was written, or touched, last.</param>
internal readonly record struct FileFacts(bool IsFile, long Length, DateTimeOffset Written);
