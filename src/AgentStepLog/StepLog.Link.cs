using System.Diagnostics;
using System.Globalization;
using AgentStepLog.Capture;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>The W3C trace id that the run belongs to, 32 lower-case hex digits: that of where it started, or a new one.</summary>
    public string TraceId => Options.TraceId!;

    /// <summary>
    /// What the run hands on to another process: its id, its trace, and the span that is active at this moment. <c>log.Link.AddTo(request)</c>, before the request is sent.
    /// Where recording is off, the link is that of the run's own parent, or has no run: a run without a log could not be found as a parent.
    /// </summary>
    public RunLink Link => new()
    {
        RunId = IsOff ? Options.ParentRunId : RunId,
        TraceParent = Traced?.Id ?? TraceParent(),
        OthersState = Traced?.TraceStateString,
        IsTraced = Traced is not null,
    };

    private static Activity? Traced => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: not null } activity ? activity : null;

    private string TraceParent()
    {
        // The step that runs is the span that calls. The log has recorded it, so the flag says that somebody did.
        var span = ActiveStep.Current?.Of(Run) is { SpanId: not 0 } step
            ? step.SpanId.ToString("x16", CultureInfo.InvariantCulture)
            : ActivitySpanId.CreateRandom().ToHexString();
        return $"00-{TraceId}-{span}-01";
    }
}
