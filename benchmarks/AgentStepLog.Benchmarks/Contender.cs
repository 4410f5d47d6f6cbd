namespace AgentStepLog.Benchmarks;

/// <summary>One of several ways to do the same work.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Run">Does the work so many times, and returns something that depends on all of it.</param>
/// <param name="Check">Looks at what the work left behind, and clears it away; not measured. Null if it leaves nothing.</param>
internal sealed record Contender(string Name, Func<int, long> Run, Action<int>? Check = null);
