using System.ComponentModel;
using System.Text.Json;

namespace AgentStepLog.CompilerServices;

/// <summary>What a model was told of a tool that it may call. Generated code makes it of what the user's library has.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Description">What the model is told of it; empty for nothing.</param>
/// <param name="Parameters">The JSON Schema of its arguments; undefined for none.</param>
/// <param name="Returns">The JSON Schema of its result; null for none.</param>
/// <param name="Kind">For a tool that the model's provider runs: what it is. Null for a function.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OfferedTool(string? Name, string? Description, JsonElement Parameters = default, JsonElement? Returns = null, string? Kind = null);
