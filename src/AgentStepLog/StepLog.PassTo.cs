using System.Diagnostics;
using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>The W3C trace id that the run belongs to, 32 lower-case hex digits: that of where it started, or a new one.</summary>
    public string TraceId => Options.TraceId!;

    /// <summary>
    /// Hands the run on to a child process, by the environment variables <c>AGENTSTEPLOG_PARENT_RUN_ID</c> and <c>TRACEPARENT</c>. A log
    /// that is started there names this run as its parent, unless its options say otherwise. Where recording is off, the run's own parent is handed
    /// on, or nothing.
    /// </summary>
    /// <param name="start">How the child is started. An environment cannot go together with <c>UseShellExecute</c>.</param>
    public void PassTo(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (HandedOn is { } run)
        {
            start.Environment[RunLink.RunIdVariable] = run;
            start.Environment[RunLink.TraceParentVariable] = TraceParent();
        }
    }

    /// <summary>
    /// Hands the run on to a server, by the headers <c>traceparent</c> and <c>tracestate</c> of W3C trace context. Where an activity runs,
    /// <c>traceparent</c> is left to <see cref="HttpClient"/>, which puts its own span there, in the same trace.
    /// </summary>
    /// <param name="request">The request, not yet sent.</param>
    public void PassTo(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PassTo((name, value) =>
        {
            request.Headers.Remove(name);
            if (name != "traceparent" || Traced is null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        });
    }

    /// <summary>The same for whatever has headers: a message of a queue, a call of another protocol.</summary>
    /// <param name="setHeader">Sets a header to a value; called for <c>traceparent</c> and <c>tracestate</c>.</param>
    public void PassTo(Action<string, string> setHeader)
    {
        ArgumentNullException.ThrowIfNull(setHeader);
        if (HandedOn is { } run)
        {
            setHeader("traceparent", TraceParent());
            setHeader("tracestate", TraceState.With(Traced?.TraceStateString, run));
        }
    }

    // A run that leaves no log is nobody's parent: who looked for it would take it for lost. Its own parent is handed on, if it has one.
    private string? HandedOn => IsOff ? Options.ParentRunId : RunId;

    private static Activity? Traced => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity : null;

    private string TraceParent()
    {
        if (Traced is { Id: { } id })
        {
            return id;
        }

        // The step that runs is the span that calls. The log has recorded it, so the flag says that somebody did.
        var span = ActiveStep.Current?.Of(Run) is { SpanId: not 0 } step
            ? step.SpanId.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)
            : ActivitySpanId.CreateRandom().ToHexString();
        return $"00-{TraceId}-{span}-01";
    }
}
