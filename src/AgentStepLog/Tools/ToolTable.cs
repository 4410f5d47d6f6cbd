using System.Collections;
using System.Diagnostics.CodeAnalysis;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tools;

namespace AgentStepLog;

/// <summary>The tools that a model may call, by name. Calls through it are recorded.</summary>
public sealed class ToolTable : IReadOnlyList<ToolFunction>
{
    private readonly ToolFunction[] _functions;
    private readonly Dictionary<string, ToolFunction> _byName = new(StringComparer.Ordinal);
    private ToolTableOptions _options = ToolTableOptions.Default;

    /// <summary>Makes a table of these tools, in this order.</summary>
    /// <param name="functions">The tools.</param>
    /// <exception cref="ArgumentException">Two tools have one name. The message names the methods.</exception>
    public ToolTable(params ToolFunction[] functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        _functions = [.. functions];
        foreach (var function in _functions)
        {
            ArgumentNullException.ThrowIfNull(function, nameof(functions));
            if (!_byName.TryAdd(function.Name, function))
            {
                throw new ArgumentException(
                    $"Two tools are called \"{function.Name}\": {_byName[function.Name].Method.Method} and {function.Method.Method}. "
                    + "Give one of them another name, by [AgentTool(Name = \"…\")].",
                    nameof(functions));
            }
        }
    }

    /// <summary>How many tools there are.</summary>
    public int Count => _functions.Length;

    private string Names => Count == 0 ? "There are none." : $"Known tools: {string.Join(", ", _functions.Select(f => f.Name))}.";

    /// <summary>The tool at an index.</summary>
    /// <param name="index">The index, from 0.</param>
    public ToolFunction this[int index] => _functions[index];

    /// <summary>The tool with a name.</summary>
    /// <param name="name">The exact name.</param>
    /// <exception cref="KeyNotFoundException">There is no such tool. The message lists the names of all tools.</exception>
    public ToolFunction this[string name] =>
        TryGet(name, out var tool) ? tool : throw new KeyNotFoundException($"There is no tool \"{name}\". {Names}");

    /// <summary>Makes one table of the tools of several tables, in their order.</summary>
    /// <param name="tables">The tables.</param>
    /// <exception cref="ArgumentException">Two tools have one name. The message names the methods.</exception>
    public static ToolTable Combine(params ToolTable[] tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var functions = new List<ToolFunction>();
        foreach (var table in tables)
        {
            ArgumentNullException.ThrowIfNull(table, nameof(tables));
            functions.AddRange(table._functions);
        }

        return new([.. functions]);
    }

    /// <summary>Finds the tool with a name.</summary>
    /// <param name="name">The exact name.</param>
    /// <param name="tool">The tool, if there is one.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out ToolFunction? tool)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(name, out tool);
    }

    /// <summary>The same tools with these options for a model's arguments.</summary>
    /// <param name="options">Limits and leniency. They are copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of its range; the message names it.</exception>
    public ToolTable With(ToolTableOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = options.Checked();
        return new([.. _functions.Select(function => function.With(copy))]) { _options = copy };
    }

    /// <summary>Calls a tool by name and records the call.</summary>
    /// <param name="name">The tool's name as the model sent it.</param>
    /// <param name="json">The arguments as the model sent them: a JSON object. A blank text stands for an empty one.</param>
    /// <param name="options">The call's id, and the services that the tool may use. Default: none.</param>
    /// <param name="cancellationToken">The token that is passed to the tool.</param>
    /// <returns>The result for the model. An unknown name, wrong arguments and exceptions of the tool are returned as an error.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="InvalidOperationException">No log is active, and the tool's project demands one (<see cref="WhenNoLog.Throw"/>).</exception>
    /// <exception cref="StepLogException">The log cannot be written, and the tool must not run in that case (<see cref="LogFailurePolicy.FailClosed"/>).</exception>
    public ValueTask<ToolResult> InvokeAsync(string name, string json, ToolCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        return TryGet(name, out var tool) ? tool.InvokeAsync(json, options, cancellationToken) : new(Unknown(name, new(json), options?.CallId));
    }

    /// <summary>Calls a tool with arguments in UTF-8, without making a string of them first.</summary>
    /// <param name="name">The tool's name as the model sent it.</param>
    /// <param name="utf8Json">The arguments as the model sent them, in UTF-8. They must not change until the call has ended.</param>
    /// <param name="options">The call's id, and the services that the tool may use. Default: none.</param>
    /// <param name="cancellationToken">The token that is passed to the tool.</param>
    /// <inheritdoc cref="InvokeAsync(string, string, ToolCallOptions?, CancellationToken)" path="/returns|/exception"/>
    public ValueTask<ToolResult> InvokeAsync(
        string name, ReadOnlyMemory<byte> utf8Json, ToolCallOptions? options = null, CancellationToken cancellationToken = default) =>
        TryGet(name, out var tool) ? tool.InvokeAsync(utf8Json, options, cancellationToken) : new(Unknown(name, new(utf8Json), options?.CallId));

    /// <inheritdoc/>
    public IEnumerator<ToolFunction> GetEnumerator() => ((IEnumerable<ToolFunction>)_functions).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ToolResult Unknown(string name, ArgumentSource source, string? callId)
    {
        var meant = NearestName.Of(name, _byName.Keys) is { } nearest ? $"; did you mean \"{nearest}\"?" : ".";
        var message = $"There is no tool \"{ShownText.Of(name)}\"{meant} {Names}";
        // The arguments were meant for one of these tools, so this step withholds what any of them withholds.
        var input = source.Recorded(_options, SensitiveNames.Of(_functions), arguments: null);
        var log = _functions.Select(f => f.Log).FirstOrDefault(own => own is not null);
        return FailedCall.Record(RecordedMethod.NamedTool(name), CallOrigin.Table(new(callId)), log, input, new ToolArgumentException(message));
    }
}
