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
public sealed record RunLink
{
    /// <summary>The environment variable that names the run to a child process.</summary>
    public const string RunIdVariable = "AGENTSTEPLOG_PARENT_RUN_ID";

    /// <summary>The environment variable that names the trace to a child process, in the form of the header <c>traceparent</c>.</summary>
    public const string TraceParentVariable = "TRACEPARENT";

    /// <summary>The run that calls; null when unknown.</summary>
    public string? RunId { get; private init; }

    /// <summary>The W3C trace id: 32 lower-case hex digits; null when unknown.</summary>
    public string? TraceId { get; private init; }

    /// <summary>Reads the headers of a request. What is absent or ill-formed, as anyone may send it, is unknown.</summary>
    /// <param name="traceParent">The header <c>traceparent</c>.</param>
    /// <param name="traceState">The header <c>tracestate</c>; of several, their texts with commas between.</param>
    public static RunLink FromHeaders(string? traceParent, string? traceState) => new()
    {
        // Without a valid traceparent the standard has tracestate ignored.
        TraceId = TraceIdOf(traceParent),
        RunId = TraceIdOf(traceParent) is null ? null : TraceState.RunIdOf(traceState),
    };

    /// <summary>Reads the environment of this process.</summary>
    public static RunLink FromEnvironment() => new()
    {
        TraceId = TraceIdOf(Environment.GetEnvironmentVariable(TraceParentVariable)),
        RunId = Environment.GetEnvironmentVariable(RunIdVariable) is { } id && WellFormedRunId.Flaw(id) is null ? id : null,
    };

    private static string? TraceIdOf(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, out var context) && context.TraceId != default && context.SpanId != default
            ? context.TraceId.ToHexString()
            : null;
}
