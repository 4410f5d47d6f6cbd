using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace AgentStepLog;

/// <summary>The tools that a model may call, by name. Calls through it are recorded.</summary>
public sealed class ToolTable : IReadOnlyList<ToolFunction>
{
    private readonly ToolFunction[] _functions;

    /// <summary>A table of these tools, in this order.</summary>
    /// <exception cref="ArgumentException">Two tools have one name; the message names the members.</exception>
    public ToolTable(params ReadOnlySpan<ToolFunction> functions) => _functions = functions.ToArray();

    /// <summary>How many tools there are.</summary>
    public int Count => _functions.Length;

    /// <summary>The tool at this place.</summary>
    public ToolFunction this[int index] => _functions[index];

    /// <summary>The tool of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names those that there are.</exception>
    public ToolFunction this[string name] => throw new NotImplementedException();

    /// <summary>One table of the tools of several.</summary>
    /// <exception cref="ArgumentException">Two tools have one name; the message names the members.</exception>
    public static ToolTable Combine(params ReadOnlySpan<ToolTable> tables) => throw new NotImplementedException();

    /// <summary>Looks for the tool of this name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out ToolFunction? tool) => throw new NotImplementedException();

    /// <summary>Calls a tool by name and records the call.</summary>
    /// <param name="name">The tool's name as the model gave it.</param>
    /// <param name="json">The arguments as the model gave them: a JSON object.</param>
    /// <param name="cancellationToken">Handed on to the tool.</param>
    /// <param name="callId">The id that the model gave its call.</param>
    /// <returns>What the model is to read; an unknown name, wrong arguments and exceptions of the tool come back as an error.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    [SuppressMessage("Design", "CA1068", Justification = "A call id is given less often than a token.")]
    public ValueTask<ToolResult> InvokeAsync(string name, string json, CancellationToken cancellationToken = default, string? callId = null) =>
        throw new NotImplementedException();

    /// <inheritdoc/>
    public IEnumerator<ToolFunction> GetEnumerator() => ((IEnumerable<ToolFunction>)_functions).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
