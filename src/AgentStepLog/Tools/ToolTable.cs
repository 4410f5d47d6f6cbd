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

    /// <summary>A table of these tools, in this order.</summary>
    /// <param name="functions">The tools.</param>
    /// <exception cref="ArgumentException">Two tools have one name; the message names the members.</exception>
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

    /// <summary>The tool at this place.</summary>
    /// <param name="index">The place, from 0.</param>
    public ToolFunction this[int index] => _functions[index];

    /// <summary>The tool of this name.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message names those that there are.</exception>
    public ToolFunction this[string name] =>
        TryGet(name, out var tool) ? tool : throw new KeyNotFoundException($"There is no tool \"{name}\". {Names}");

    /// <summary>One table of the tools of several, in their order.</summary>
    /// <param name="tables">The tables.</param>
    /// <exception cref="ArgumentException">Two tools have one name; the message names the members.</exception>
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

    /// <summary>Looks for the tool of this name.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="tool">The tool, if there is one.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out ToolFunction? tool)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(name, out tool);
    }

    /// <summary>The same tools, which take from a model what these options say.</summary>
    /// <param name="options">Limits and leniency.</param>
    public ToolTable With(ToolTableOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new([.. _functions.Select(function => function.With(options))]) { _options = options };
    }

    /// <summary>Calls a tool by name and records the call.</summary>
    /// <param name="name">The tool's name as the model gave it.</param>
    /// <param name="json">The arguments as the model gave them: a JSON object; nothing at all stands for an empty one.</param>
    /// <param name="cancellationToken">Handed on to the tool.</param>
    /// <param name="callId">The id that the model gave its call.</param>
    /// <returns>What the model is to read; an unknown name, wrong arguments and exceptions of the tool come back as an error.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="InvalidOperationException">No log is active, and the tool's project demands one (<see cref="WhenNoLog.Throw"/>).</exception>
    [SuppressMessage("Design", "CA1068", Justification = "A call id is given less often than a token.")]
    public ValueTask<ToolResult> InvokeAsync(string name, string json, CancellationToken cancellationToken = default, string? callId = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return TryGet(name, out var tool) ? tool.InvokeAsync(json, cancellationToken, callId) : new(Unknown(name, new(json), callId));
    }

    /// <inheritdoc cref="InvokeAsync(string, string, CancellationToken, string?)"/>
    /// <param name="name">The tool's name as the model gave it.</param>
    /// <param name="json">The arguments as the model gave them: a JSON object; nothing at all stands for an empty one.</param>
    /// <param name="options">The call's id, and the services that the tool may ask for.</param>
    /// <param name="cancellationToken">Handed on to the tool.</param>
    public ValueTask<ToolResult> InvokeAsync(string name, string json, ToolCallOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(options);
        return TryGet(name, out var tool) ? tool.InvokeAsync(json, options, cancellationToken) : new(Unknown(name, new(json), options.CallId));
    }

    /// <inheritdoc cref="InvokeAsync(string, string, CancellationToken, string?)"/>
    /// <param name="name">The tool's name as the model gave it.</param>
    /// <param name="utf8Json">The arguments as the model gave them, in UTF-8; not changed until the call has ended.</param>
    /// <param name="options">The call's id, and the services that the tool may ask for.</param>
    /// <param name="cancellationToken">Handed on to the tool.</param>
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
        // Meant for one of these tools, so what one of them must not show, this step must not either.
        var input = source.Recorded(_options, SensitiveNames.Of(_functions), arguments: null);
        var log = _functions.Select(f => f.Log).FirstOrDefault(own => own is not null);
        return FailedCall.Record(RecordedMethod.NamedTool(name), CallOrigin.Table(new(callId)), log, input, new ToolArgumentException(message));
    }
}
