using System.ComponentModel;
using System.Text.Json;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>What a model was told of a tool that it may call. Generated code makes it of what the user's library has.</summary>
/// <param name="name">The tool's name.</param>
/// <param name="description">What the model is told of it; empty for nothing.</param>
/// <param name="parameters">The JSON Schema of its arguments; undefined for none.</param>
/// <param name="returns">The JSON Schema of its result; null for none.</param>
/// <param name="kind">For a tool that the model's provider runs: what it is. Null for a function.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OfferedTool(string? name, string? description, JsonElement parameters = default, JsonElement? returns = null, string? kind = null)
{
    internal string? Name { get; } = name;

    internal string? Description { get; } = description;

    internal JsonElement Parameters { get; } = parameters;

    internal JsonElement? Returns { get; } = returns;

    internal string? Kind { get; } = kind;

    /// <summary>One of which nothing else can be told.</summary>
    internal static OfferedTool Named(string name) => new(name, null);
}
