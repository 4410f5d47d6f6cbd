namespace AgentStepLog;

/// <summary>A manifest or a tool set that no run of its directory names any more.</summary>
/// <param name="Hash">The 64 hex digits of its hash.</param>
/// <param name="Bytes">Its size in bytes.</param>
public sealed record RetainedManifest(string Hash, long Bytes);
