namespace AgentStepLog.Writing;

/// <summary>One exception of a <see cref="ThrownTree"/>.</summary>
/// <param name="Exception">The exception.</param>
/// <param name="Depth">How deep it is within the thrown exception, which has depth 0.</param>
/// <param name="Parent">The index of the exception that contains it; -1 for none.</param>
internal readonly record struct ThrownNode(Exception Exception, int Depth, int Parent);
