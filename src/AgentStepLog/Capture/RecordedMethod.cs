using System.ComponentModel;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>An annotated method as its recorded calls name it. Generated code keeps one per method, for good.</summary>
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

    /// <summary>The member's full name, <c>Namespace.Type.Member</c>, nested types with a dot. Empty where no method is called, but a name.</summary>
    internal string Method { get; }

    /// <summary>The tool's, model's or agent's name. Empty for a model that is known only from what it returns.</summary>
    internal string Name { get; }

    /// <summary>Tool call, LLM call or agent call.</summary>
    internal StepKind Kind { get; }

    /// <summary>Its full name as JSON, made once; empty where only a name is called, since each such call comes with one of its own.</summary>
    internal ReadOnlySpan<byte> MethodJson => Method.Length == 0 ? default : _methodJson ??= JsonBuffer.TextOf(Method);

    /// <inheritdoc cref="MethodJson"/>
    internal ReadOnlySpan<byte> NameJson => Method.Length == 0 ? default : _nameJson ??= JsonBuffer.TextOf(Name);

    internal string? Provider { get; }

    internal WhenNoLog WhenNoLog { get; }

    /// <summary>How much of its calls is recorded; null where the log says it.</summary>
    internal CaptureMode? Capture { get; }

    /// <summary>Whether its calls leave an intent before they are made, since their effect cannot be taken back unseen.</summary>
    internal bool ChangesTheWorld { get; private init; }

    /// <summary>What the tool itself says; null where the log decides.</summary>
    internal LogFailurePolicy? OnLogFailure { get; private init; }

    internal long Unrecorded => Interlocked.Read(ref _unrecorded);

    /// <summary>A method that a model may call.</summary>
    /// <param name="method">The member's full name.</param>
    /// <param name="tool">The name that the model sees.</param>
    /// <param name="whenNoLog">What a call does while no log is active.</param>
    /// <param name="capture">How much of its calls is recorded; null where the log says it.</param>
    /// <param name="effect">What a call changes outside of the process.</param>
    /// <param name="onLogFailure">What a call does while its log cannot be written; null: what the log says.</param>
    public static RecordedMethod Tool(
        string method, string tool, WhenNoLog whenNoLog = WhenNoLog.PassThrough, CaptureMode? capture = null,
        ToolEffect effect = ToolEffect.Unspecified, LogFailurePolicy? onLogFailure = null) =>
        new(StepKind.ToolCall, method, tool, null, whenNoLog, capture)
        {
            ChangesTheWorld = effect is ToolEffect.Write or ToolEffect.Destructive,
            OnLogFailure = onLogFailure,
        };

    /// <summary>A method that asks a model.</summary>
    /// <param name="method">The member's full name.</param>
    /// <param name="model">The model's name, used when the returned value does not say it.</param>
    /// <param name="provider">The provider's name, used when the returned value does not say it.</param>
    /// <param name="whenNoLog">What a call does while no log is active.</param>
    /// <param name="capture">How much of its calls is recorded; null where the log says it.</param>
    public static RecordedMethod Llm(string method, string? model, string? provider, WhenNoLog whenNoLog = WhenNoLog.PassThrough, CaptureMode? capture = null) =>
        new(StepKind.LlmCall, method, model ?? "", provider, whenNoLog, capture);

    /// <summary>A method that runs an agent.</summary>
    /// <param name="method">The member's full name.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="whenNoLog">What a call does while no log is active.</param>
    /// <param name="capture">How much of its calls is recorded; null where the log says it.</param>
    public static RecordedMethod Agent(string method, string agent, WhenNoLog whenNoLog = WhenNoLog.PassThrough, CaptureMode? capture = null) =>
        new(StepKind.AgentCall, method, agent, null, whenNoLog, capture);

    /// <summary>A tool of which only the name is known: its call is recorded manually, or no method has that name.</summary>
    internal static RecordedMethod NamedTool(string tool, ToolEffect effect = ToolEffect.Unspecified) => Tool("", tool, effect: effect);

    /// <summary>A model whose call is recorded manually.</summary>
    internal static RecordedMethod NamedModel(string? model, string? provider) => Llm("", model, provider);

    /// <summary>An agent whose run is recorded manually.</summary>
    internal static RecordedMethod NamedAgent(string agent) => Agent("", agent);

    /// <summary>How much of its calls is recorded in a log.</summary>
    internal CaptureMode ModeIn(RunLog log) => log.Limited(Capture ?? (Kind == StepKind.LlmCall ? log.Options.LlmContent : log.Options.ToolContent));

    /// <summary>Whether a call that this log cannot announce must not be made.</summary>
    internal bool FailsClosedIn(RunLog log) => (OnLogFailure ?? log.Options.OnLogFailure) == LogFailurePolicy.FailClosed;

    /// <summary>What the caller gets in place of a call that this log could not record first.</summary>
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
