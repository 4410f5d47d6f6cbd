using AgentStepLog.Json;

namespace AgentStepLog.Tools;

/// <summary>One problem of a JSON text.</summary>
/// <param name="Path">The place of the problem.</param>
/// <param name="What">The description for a model.</param>
/// <param name="Missing">The expected value, if there is no value; otherwise null.</param>
internal readonly record struct JsonProblem(JsonPath Path, string What, string? Missing);
