using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace AgentStepLog;

/// <summary>One tool as a model sees it, and the way to call it.</summary>
public sealed class ToolFunction
{
    internal ToolFunction(string name) => Name = name;

    /// <summary>The name that the model calls it by.</summary>
    public string Name { get; }

    /// <summary>What the model is told of it.</summary>
    public string Description { get; } = "";

    /// <summary>JSON Schema of its arguments, as JSON text.</summary>
    public string Schema { get; } = "{}";

    /// <summary>The same, parsed.</summary>
    public JsonElement SchemaElement => throw new NotImplementedException();

    /// <summary>Calls the tool and records the call.</summary>
    /// <param name="json">The arguments as the model gave them: a JSON object.</param>
    /// <param name="cancellationToken">Handed on to the tool.</param>
    /// <param name="callId">The id that the model gave its call.</param>
    /// <returns>What the model is to read; wrong arguments and exceptions of the tool come back as an error.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    [SuppressMessage("Design", "CA1068", Justification = "A call id is given less often than a token.")]
    public ValueTask<ToolResult> InvokeAsync(string json, CancellationToken cancellationToken = default, string? callId = null) =>
        throw new NotImplementedException();
}
