namespace AgentStepLog.Benchmarks;

/// <summary>Contenders measured in turn. The first is what the others are compared to.</summary>
/// <param name="Title">As printed.</param>
/// <param name="Count">Operations in one turn.</param>
/// <param name="Rounds">Turns of each contender.</param>
/// <param name="Contenders">The contenders.</param>
internal sealed record Contest(string Title, int Count, int Rounds, params Contender[] Contenders);
