using System.Diagnostics;
using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>
/// The link that one run passes to another in a different process: its run id, and the trace that both belong to. Over HTTP the link travels as W3C trace context: in
/// <c>traceparent</c>, and in <c>tracestate</c> under the key <c>agentsteplog</c>. A child process receives it in the environment variables <c>TRACEPARENT</c> and
/// <c>AGENTSTEPLOG_PARENT_RUN_ID</c>. The sender may claim anything: a link is information, and not a proof.
/// </summary>
/// <remarks>
/// The calling process adds <see cref="StepLog.CreateLink"/> to its request. The called process sets <see cref="StepLogOptions.Parent"/> to the received link.
/// </remarks>
public sealed class RunLink
{
    /// <summary>The environment variable that names the run for a child process.</summary>
    public const string RunIdVariable = "AGENTSTEPLOG_PARENT_RUN_ID";

    /// <summary>The environment variable that names the trace for a child process, in the form of the header <c>traceparent</c>.</summary>
    public const string TraceParentVariable = "TRACEPARENT";

    internal RunLink()
    {
    }

    /// <summary>The id of the calling run; null when unknown.</summary>
    public string? RunId { get; internal init; }

    /// <summary>The W3C trace id: 32 lowercase hex digits; null when unknown.</summary>
    public string? TraceId { get; private init; }

    /// <summary>The header <c>traceparent</c>: the trace, the caller's span, and the flags.</summary>
    internal string? TraceParent
    {
        get;
        init => (TraceId, field) = (TraceIdOf(value), TraceIdOf(value) is null ? null : value);
    }

    /// <summary>The header <c>tracestate</c> without this library's entry.</summary>
    internal string? OthersState { get; init; }

    /// <summary>Whether an activity is running, whose span <see cref="HttpClient"/> sends itself.</summary>
    internal bool IsTraced { get; init; }

    /// <summary>Reads the headers of a request. A header that is absent or invalid counts as unknown, because any client may send one.</summary>
    /// <param name="traceParent">The header <c>traceparent</c>.</param>
    /// <param name="traceState">The header <c>tracestate</c>. If there are several, pass their texts joined with commas.</param>
    public static RunLink FromHeaders(string? traceParent, string? traceState) => TraceIdOf(traceParent) is null
        ? new() // the standard ignores tracestate without a valid traceparent
        : new() { TraceParent = traceParent, RunId = TraceState.RunIdOf(traceState), OthersState = traceState };

    /// <summary>Reads the link from the environment of this process.</summary>
    public static RunLink FromEnvironment() => new()
    {
        TraceParent = Environment.GetEnvironmentVariable(TraceParentVariable),
        RunId = Environment.GetEnvironmentVariable(RunIdVariable) is { } id && WellFormedRunId.Flaw(id) is null ? id : null,
    };

    /// <summary>
    /// Adds the link to the environment of a child process. A log that starts there names this run as its parent, unless its options say otherwise. A link without a
    /// run adds nothing.
    /// </summary>
    /// <param name="start">The start of the child process. <c>UseShellExecute</c> must be false, because it allows no environment.</param>
    public void AddTo(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (RunId is not null)
        {
            start.Environment[RunIdVariable] = RunId;
            start.Environment[TraceParentVariable] = TraceParent;
        }
    }

    /// <summary>
    /// Adds the link to a request, as the headers <c>traceparent</c> and <c>tracestate</c>. If an activity is running, <see cref="HttpClient"/> sets <c>traceparent</c>
    /// itself, with the activity's span in the same trace. A link without a run adds nothing.
    /// </summary>
    /// <param name="request">The request, before it is sent.</param>
    public void AddTo(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        AddTo((name, value) =>
        {
            request.Headers.Remove(name);
            if (name != "traceparent" || !IsTraced)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        });
    }

    /// <summary>Adds the link to anything with headers, such as a message of a queue or a call of another protocol. A link without a run adds nothing.</summary>
    /// <param name="setHeader">Sets a header to a value. It is called for <c>traceparent</c> and <c>tracestate</c>.</param>
    public void AddTo(Action<string, string> setHeader)
    {
        ArgumentNullException.ThrowIfNull(setHeader);
        if (RunId is not null && TraceParent is not null)
        {
            setHeader("traceparent", TraceParent);
            setHeader("tracestate", TraceState.With(OthersState, RunId));
        }
    }

    private static string? TraceIdOf(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, out var context) && context.TraceId != default && context.SpanId != default
            ? context.TraceId.ToHexString()
            : null;
}
