namespace AgentStepLog.Reading;

/// <summary>The result at one place of a log: a step, or damage.</summary>
internal readonly record struct ScannedStep(Step? Step, LogDamage? Damage);
