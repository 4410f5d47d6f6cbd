using AgentStepLog.Hashing;

namespace AgentStepLog.Writing;

/// <summary>A chat history that is stored as blobs.</summary>
/// <param name="Blob">The hash of its last blob.</param>
/// <param name="LeftOut">How many messages in its blobs are no longer part of it.</param>
internal readonly record struct ChatHead(Digest Blob, int LeftOut);
