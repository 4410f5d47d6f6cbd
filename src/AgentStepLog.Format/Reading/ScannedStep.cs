namespace AgentStepLog.Reading;

/// <summary>What stands at one place of a log: a step, or what is wrong there.</summary>
internal readonly record struct ScannedStep(Step? Step, LogDamage? Damage);
