using System.ComponentModel;
using System.Text.Json;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>The definition of a tool that a model may call. Generated code makes it from the tool object of the user's library.</summary>
/// <param name="name">The tool's name.</param>
/// <param name="description">The description for the model; empty for none.</param>
/// <param name="parameters">The JSON Schema of its arguments; undefined for none.</param>
/// <param name="returns">The JSON Schema of its result; null for none.</param>
/// <param name="kind">The kind of a tool that the model's provider runs; null for a function.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OfferedTool(string? name, string? description, JsonElement parameters = default, JsonElement? returns = null, string? kind = null)
{
    internal string? Name { get; } = name;

    internal string? Description { get; } = description;

    internal JsonElement Parameters { get; } = parameters;

    internal JsonElement? Returns { get; } = returns;

    internal string? Kind { get; } = kind;

    /// <summary>Makes a definition that has only a name.</summary>
    internal static OfferedTool Named(string name) => new(name, null);
}
