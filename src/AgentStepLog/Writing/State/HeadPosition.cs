using AgentStepLog.Hashing;

namespace AgentStepLog.Writing;

/// <summary>The end of a log's last line.</summary>
/// <param name="Leaf">The line's hash.</param>
/// <param name="Elapsed">Its time, in microseconds since the header.</param>
internal readonly record struct HeadPosition(Leaf Leaf, long Elapsed);
