using System.Diagnostics;
using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>
/// What one run hands on to another in a different process: which run it is, and the trace that both belong to. Over HTTP it travels as
/// W3C trace context, in <c>traceparent</c> and, under the key <c>agentsteplog</c>, in <c>tracestate</c>; to a child process in the
/// environment variables <c>TRACEPARENT</c> and <c>AGENTSTEPLOG_PARENT_RUN_ID</c>. It is what the other side says of itself: information,
/// and no proof.
/// </summary>
/// <remarks>The calling side adds <see cref="StepLog.Link"/> to what it sends; the called side sets <see cref="StepLogOptions.Parent"/> to what it received.</remarks>
public sealed record RunLink
{
    /// <summary>The environment variable that names the run to a child process.</summary>
    public const string RunIdVariable = "AGENTSTEPLOG_PARENT_RUN_ID";

    /// <summary>The environment variable that names the trace to a child process, in the form of the header <c>traceparent</c>.</summary>
    public const string TraceParentVariable = "TRACEPARENT";

    /// <summary>The run that calls; null when unknown.</summary>
    public string? RunId { get; internal init; }

    /// <summary>The W3C trace id: 32 lower-case hex digits; null when unknown.</summary>
    public string? TraceId { get; private init; }

    /// <summary>The header <c>traceparent</c>: trace, span of the caller, flags.</summary>
    internal string? TraceParent
    {
        get;
        init => (TraceId, field) = (TraceIdOf(value), TraceIdOf(value) is null ? null : value);
    }

    /// <summary>The header <c>tracestate</c> without this library's part of it.</summary>
    internal string? OthersState { get; init; }

    /// <summary>Whether an activity runs, whose own span <see cref="HttpClient"/> sends.</summary>
    internal bool IsTraced { get; init; }

    /// <summary>Reads the headers of a request. What is absent or ill-formed, as anyone may send it, is unknown.</summary>
    /// <param name="traceParent">The header <c>traceparent</c>.</param>
    /// <param name="traceState">The header <c>tracestate</c>; of several, their texts with commas between.</param>
    public static RunLink FromHeaders(string? traceParent, string? traceState) => TraceIdOf(traceParent) is null
        ? new() // Without a valid traceparent the standard has tracestate ignored.
        : new() { TraceParent = traceParent, RunId = TraceState.RunIdOf(traceState), OthersState = traceState };

    /// <summary>Reads the environment of this process.</summary>
    public static RunLink FromEnvironment() => new()
    {
        TraceParent = Environment.GetEnvironmentVariable(TraceParentVariable),
        RunId = Environment.GetEnvironmentVariable(RunIdVariable) is { } id && WellFormedRunId.Flaw(id) is null ? id : null,
    };

    /// <summary>
    /// Adds the link to the environment of a child process. A log that is started there names this run as its parent, unless its options say otherwise. A link
    /// without a run adds nothing.
    /// </summary>
    /// <param name="start">How the child is started. An environment cannot go together with <c>UseShellExecute</c>.</param>
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
    /// Adds the link to a request, as the headers <c>traceparent</c> and <c>tracestate</c>. Where an activity runs, <c>traceparent</c> is left to
    /// <see cref="HttpClient"/>, which puts its own span there, in the same trace. A link without a run adds nothing.
    /// </summary>
    /// <param name="request">The request, not yet sent.</param>
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

    /// <summary>Adds the link to whatever has headers: a message of a queue, a call of another protocol. A link without a run adds nothing.</summary>
    /// <param name="setHeader">Sets a header to a value; called for <c>traceparent</c> and <c>tracestate</c>.</param>
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
