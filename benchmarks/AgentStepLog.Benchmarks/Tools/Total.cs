namespace AgentStepLog.Benchmarks.Tools;

/// <summary>What <see cref="BenchTools.Records"/> returns.</summary>
internal sealed record Total(int Lines, decimal Sum, string? First);
