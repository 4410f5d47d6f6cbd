using System.Diagnostics;
using System.Globalization;
using AgentStepLog.Capture;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>The W3C trace id of the run, 32 lowercase hex digits: that of the place where the run started, or a new one.</summary>
    public string TraceId => Options.TraceId!;

    /// <summary>
    /// Makes the link that the run passes to another process: its id, its trace, and the span that is active now. Call <c>log.CreateLink().AddTo(request)</c> before the request is
    /// sent. If recording is off, the link is that of the run's own parent, or has no run, because a run without a log could not be found as a parent.
    /// </summary>
    public RunLink CreateLink() => new()
    {
        RunId = IsOff ? Options.ParentRunId : RunId,
        TraceParent = Traced?.Id ?? TraceParent(),
        OthersState = Traced?.TraceStateString,
        IsTraced = Traced is not null,
    };

    private static Activity? Traced => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: not null } activity ? activity : null;

    private string TraceParent()
    {
        // The active step is the calling span. The log records it, so the flag "sampled" is set.
        var span = ActiveStep.Current?.Of(Run) is { SpanId: not 0 } step
            ? step.SpanId.ToString("x16", CultureInfo.InvariantCulture)
            : ActivitySpanId.CreateRandom().ToHexString();
        return $"00-{TraceId}-{span}-01";
    }
}
