namespace AgentStepLog;

/// <summary>What <see cref="StepLogDirectory.WatchAsync"/> tells of.</summary>
/// <param name="Run">The run. Of one that is gone nothing can be read any more.</param>
/// <param name="Kind">What has happened to it.</param>
public sealed record StepLogChange(StepLogRun Run, StepLogChangeKind Kind);
