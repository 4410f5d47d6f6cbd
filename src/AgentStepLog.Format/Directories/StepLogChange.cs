namespace AgentStepLog;

/// <summary>A change that <see cref="StepLogDirectory.WatchAsync"/> reports.</summary>
/// <param name="Run">The run. A removed run cannot be read any more.</param>
/// <param name="Kind">The kind of the change.</param>
public sealed record StepLogChange(StepLogRun Run, StepLogChangeKind Kind);
