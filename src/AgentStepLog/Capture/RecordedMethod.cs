using System.ComponentModel;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>An annotated method, as its recorded calls refer to it. Generated code keeps one instance per method.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecordedMethod
{
    private long _unrecorded;
    private byte[]? _methodJson;
    private byte[]? _nameJson;

    private RecordedMethod(StepKind kind, string method, string name, string? provider, WhenNoLog whenNoLog, CaptureMode? capture)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(name);
        Kind = kind;
        Method = method;
        Name = name;
        Provider = provider;
        WhenNoLog = whenNoLog;
        Capture = capture;
    }

    /// <summary>
    /// The member's full name, <c>Namespace.Type.Member</c>; nested types are separated by a dot too. Empty for a manual call, which has only a name.
    /// </summary>
    internal string Method { get; }

    /// <summary>The name of the tool, model or agent. Empty for a model that is known only from the returned value.</summary>
    internal string Name { get; }

    /// <summary>The kind of call: tool call, LLM call or agent call.</summary>
    internal StepKind Kind { get; }

    /// <summary>The full name as JSON, computed once. Empty for a manual call, because each such call has an instance of its own.</summary>
    internal ReadOnlySpan<byte> MethodJson => Method.Length == 0 ? default : _methodJson ??= JsonBuffer.TextOf(Method);

    /// <inheritdoc cref="MethodJson"/>
    internal ReadOnlySpan<byte> NameJson => Method.Length == 0 ? default : _nameJson ??= JsonBuffer.TextOf(Name);

    internal string? Provider { get; }

    internal WhenNoLog WhenNoLog { get; }

    /// <summary>How much of the calls is recorded; null if the log decides.</summary>
    internal CaptureMode? Capture { get; }

    /// <summary>Whether calls write an intent first, because the tool has an effect that must not stay unseen.</summary>
    internal bool ChangesTheWorld { get; private init; }

    /// <summary>The tool's own policy; null if the log decides.</summary>
    internal LogFailurePolicy? OnLogFailure { get; private init; }

    internal long Unrecorded => Interlocked.Read(ref _unrecorded);

    /// <summary>Makes a method that a model may call.</summary>
    /// <param name="method">The member's full name.</param>
    /// <param name="tool">The name that the model sees.</param>
    /// <param name="whenNoLog">What a call does while no log is active.</param>
    /// <param name="capture">How much of the calls is recorded; the log decides if this is not set.</param>
    /// <param name="effect">What a call changes outside of the process.</param>
    /// <param name="onLogFailure">What a call does while its log cannot be written; the log decides if this is not set.</param>
    public static RecordedMethod Tool(
        string method, string tool, WhenNoLog whenNoLog = WhenNoLog.PassThrough, CaptureMode? capture = null,
        ToolEffect effect = ToolEffect.Unspecified, LogFailurePolicy? onLogFailure = null) =>
        new(StepKind.ToolCall, method, tool, null, whenNoLog, capture)
        {
            ChangesTheWorld = effect is ToolEffect.Write or ToolEffect.Destructive,
            OnLogFailure = onLogFailure,
        };

    /// <summary>Makes a method that asks a model.</summary>
    /// <param name="method">The member's full name.</param>
    /// <param name="model">The model's name, used where the returned value has none.</param>
    /// <param name="provider">The provider's name, used where the returned value has none.</param>
    /// <param name="whenNoLog">What a call does while no log is active.</param>
    /// <param name="capture">How much of the calls is recorded; the log decides if this is not set.</param>
    public static RecordedMethod Llm(string method, string? model, string? provider, WhenNoLog whenNoLog = WhenNoLog.PassThrough, CaptureMode? capture = null) =>
        new(StepKind.LlmCall, method, model ?? "", provider, whenNoLog, capture);

    /// <summary>Makes a method that runs an agent.</summary>
    /// <param name="method">The member's full name.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="whenNoLog">What a call does while no log is active.</param>
    /// <param name="capture">How much of the calls is recorded; the log decides if this is not set.</param>
    public static RecordedMethod Agent(string method, string agent, WhenNoLog whenNoLog = WhenNoLog.PassThrough, CaptureMode? capture = null) =>
        new(StepKind.AgentCall, method, agent, null, whenNoLog, capture);

    /// <summary>Makes a tool of which only the name is known: its call is recorded manually, or no method has that name.</summary>
    internal static RecordedMethod NamedTool(string tool, ToolEffect effect = ToolEffect.Unspecified) => Tool("", tool, effect: effect);

    /// <summary>Makes a model whose call is recorded manually.</summary>
    internal static RecordedMethod NamedModel(string? model, string? provider) => Llm("", model, provider);

    /// <summary>Makes an agent whose run is recorded manually.</summary>
    internal static RecordedMethod NamedAgent(string agent) => Agent("", agent);

    /// <summary>How much of the method's calls a log records.</summary>
    internal CaptureMode ModeIn(RunLog log) => log.Limited(Capture ?? (Kind == StepKind.LlmCall ? log.Options.LlmContent : log.Options.ToolContent));

    /// <summary>Whether a call must not be made if this log cannot write its intent.</summary>
    internal bool FailsClosedIn(RunLog log) => (OnLogFailure ?? log.Options.OnLogFailure) == LogFailurePolicy.FailClosed;

    /// <summary>The exception that the caller gets for a refused call, whose intent this log could not write.</summary>
    internal StepLogException Refused(RunLog log, Exception cause)
    {
        var call = Method.Length > 0 ? Method : Name.Length > 0 ? $"\"{Name}\"" : "the model";
        return new(
            StepLogErrorReason.CallNotMade, $"The call of {call} was not made: the step log \"{log.Writer.Path ?? log.RunId}\" could not record it first ({cause.Message}), and OnLogFailure is FailClosed. "
            + "Make the log's disk writable again, or let the call go on unrecorded by FailOpen.",
            cause);
    }

    internal bool CountUnrecorded() => Interlocked.Increment(ref _unrecorded) == 1;
}
