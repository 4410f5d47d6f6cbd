using AgentStepLog.Capture;

namespace AgentStepLog;

/// <summary>
/// One call of a tool, as the tool may know it. A parameter of this type is not shown to the model, and a tool table fills it; code that
/// calls the method itself makes its own.
/// </summary>
public sealed class ToolCallContext
{
    private readonly TableSource _origin;
    private readonly bool _isDirect;

    /// <summary>The context of a call that no table makes: for your own code, and for tests.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="callId">The id of the call; null when it has none.</param>
    /// <param name="runId">The id of the run; null when none is recorded.</param>
    /// <param name="services">The services that the tool may ask for.</param>
    public ToolCallContext(string tool, string? callId = null, string? runId = null, IServiceProvider? services = null)
        : this(tool, runId, services, new TableSource(callId)) => _isDirect = true;

    internal ToolCallContext(string tool, string? runId, IServiceProvider? services, TableSource origin)
    {
        ArgumentNullException.ThrowIfNull(tool);
        Tool = tool;
        RunId = runId;
        Services = services;
        _origin = origin;
    }

    /// <summary>The name by which the model called.</summary>
    public string Tool { get; }

    /// <summary>The id that the model gave its call; null when it gave none.</summary>
    public string? CallId => _origin.CallId;

    /// <summary>The id of the run that the call is recorded in; null when no log is active.</summary>
    public string? RunId { get; }

    /// <summary>The services that came with the call; null when none did.</summary>
    public IServiceProvider? Services { get; }

    /// <summary>What was noted so far, in order.</summary>
    public IReadOnlyList<string> Notes => _origin.Notes;

    /// <summary>
    /// Leaves a text for the model, below the result, and on the step, if the call is recorded. Unlike <see cref="StepLog.Note"/> it
    /// reaches the model without a log, too. Any thread may call it until the tool has ended.
    /// </summary>
    /// <param name="text">The text.</param>
    public void Note(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _origin.Note(text);
        if (_isDirect)
        {
            ActiveStep.NoteHere(text); // nobody told the step of this context
        }
    }
}
