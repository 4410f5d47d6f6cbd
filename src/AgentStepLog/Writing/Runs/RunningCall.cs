namespace AgentStepLog.Writing;

/// <summary>A call that has not ended.</summary>
/// <param name="Began">When the call began, by its log's clock.</param>
/// <param name="SpanId">The id of the call.</param>
/// <param name="Kind">The kind of call.</param>
/// <param name="Name">The name of the tool, agent or model; null for a model that is not known.</param>
internal readonly record struct RunningCall(long Began, ulong SpanId, StepKind Kind, string? Name);
