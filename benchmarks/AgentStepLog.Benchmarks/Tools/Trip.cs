namespace AgentStepLog.Benchmarks.Tools;

/// <summary>What <see cref="BenchTools.Nested"/> takes.</summary>
internal sealed record Trip(Place From, Place To, DateOnly Day, int Travellers = 1);
