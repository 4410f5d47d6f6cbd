using AgentStepLog.Json;

namespace AgentStepLog.Tools;

/// <summary>One thing that is wrong with a JSON text.</summary>
/// <param name="Path">Where.</param>
/// <param name="What">What, for a model.</param>
/// <param name="Missing">What was expected, where nothing is there; else null.</param>
internal readonly record struct JsonProblem(JsonPath Path, string What, string? Missing);
