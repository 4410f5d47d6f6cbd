namespace AgentStepLog.Writing;

/// <summary>One exception of a <see cref="ThrownTree"/>.</summary>
/// <param name="Exception">The exception.</param>
/// <param name="Depth">How far within what was thrown; 0 for that itself.</param>
/// <param name="Parent">The place of the one that it is within; -1 for none.</param>
internal readonly record struct ThrownNode(Exception Exception, int Depth, int Parent);
