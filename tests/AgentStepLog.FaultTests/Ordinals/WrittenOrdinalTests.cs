namespace AgentStepLog.FaultTests.Ordinals;

public sealed class WrittenOrdinalTests() : EveryOrdinal(Durability.Written);
