namespace AgentStepLog.FaultTests.Ordinals;

public sealed class DurableOrdinalTests() : EveryOrdinal(Durability.Durable);
