namespace AgentStepLog.FaultTests.Ordinals;

public sealed class QueuedOrdinalTests() : EveryOrdinal(Durability.Queued);
