namespace AgentStepLog.Writing;

/// <summary>A call that has not ended.</summary>
/// <param name="Began">When it began, by its log's clock.</param>
/// <param name="SpanId">Its id.</param>
/// <param name="Kind">What kind of call it is.</param>
/// <param name="Name">The tool's, the agent's or the model's name; null for a model that is not known.</param>
internal readonly record struct RunningCall(long Began, ulong SpanId, StepKind Kind, string? Name);
