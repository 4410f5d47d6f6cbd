namespace AgentStepLog.Benchmarks.Tools;

/// <summary>An item of what <see cref="BenchTools.Records"/> takes.</summary>
internal sealed record Line(string Article, int Count, decimal Price);
