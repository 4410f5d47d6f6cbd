using AgentStepLog.Capture;

namespace AgentStepLog;

/// <summary>
/// The context of one call, for the tool itself. A parameter of this type is not shown to the model. A tool table fills it. Code that calls the method directly makes a
/// context of its own.
/// </summary>
public sealed class ToolCallContext
{
    private readonly TableSource _origin;
    private readonly bool _isDirect;

    /// <summary>Makes the context of a call without a tool table, for your own code and for tests.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="callId">The id of the call; null if it has none.</param>
    /// <param name="runId">The id of the run; null if no run is recorded.</param>
    /// <param name="services">The services that the tool may use.</param>
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

    /// <summary>The name with which the model called the tool.</summary>
    public string Tool { get; }

    /// <summary>The id that the model gave to its call; null if it gave none.</summary>
    public string? CallId => _origin.CallId;

    /// <summary>The id of the run that records the call; null if no log is active.</summary>
    public string? RunId { get; }

    /// <summary>The services that the caller passed; null for none.</summary>
    public IServiceProvider? Services { get; }

    /// <summary>The notes so far, in order.</summary>
    public IReadOnlyList<string> Notes => _origin.Notes;

    /// <summary>
    /// Adds a note for the model, below the result, and to the step if the call is recorded. Unlike <see cref="StepLog.Note"/>, it reaches the model without a log too.
    /// Any thread may call it until the tool has ended.
    /// </summary>
    /// <param name="text">The text.</param>
    public void Note(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _origin.Note(text);
        if (_isDirect)
        {
            ActiveStep.NoteHere(text); // this context is not linked to a step, so the active step gets the note
        }
    }
}
