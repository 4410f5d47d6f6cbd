using System.Diagnostics.Tracing;

namespace AgentStepLog.Manifest;

/// <summary>
/// Reports events of the whole process through the event source <c>AgentStepLog</c>. The source is made with the first event, and costs nothing before. A listener that
/// is added later receives the earlier events.
/// </summary>
[EventSource(Name = "AgentStepLog")]
internal sealed class StepLogEvents : EventSource
{
    internal static readonly StepLogEvents Instance = new();

    private string? _unrecorded;
    private int _told;

    private StepLogEvents()
    {
    }

    /// <summary>Reports the first call of an annotated method that was not recorded in this process.</summary>
    /// <param name="method">The member's full name.</param>
    [Event(1, Level = EventLevel.Warning, Message = "{0} was called while no run was active, so the call was not recorded. Start a run before the call (StepLog.Start), "
        + "or make one active in this flow (log.Use()). UnrecordedCalls.Total counts such calls. Only the first one of the process is reported.")]
    public void UnrecordedCall(string method) => WriteEvent(1, method);

    /// <summary>Reports that the manifest of an assembly cannot be read.</summary>
    /// <param name="assembly">The assembly's name.</param>
    /// <param name="reason">The exception that was thrown.</param>
    [Event(2, Level = EventLevel.Error, Message = "The manifest of {0} cannot be read, so [Sensitive] arguments of its tools are not withheld in messages until a call of the tool withholds them. {1}")]
    public void ManifestNotRead(string assembly, string reason) => WriteEvent(2, assembly, reason);

    /// <summary>Called for the first unrecorded call of each method.</summary>
    [NonEvent]
    internal void CallWentBy(string method)
    {
        Interlocked.CompareExchange(ref _unrecorded, method, null);
        TellUnrecorded();
    }

    /// <inheritdoc/>
    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        if (command.Command == EventCommand.Enable)
        {
            TellUnrecorded();
        }
    }

    private void TellUnrecorded()
    {
        if (IsEnabled(EventLevel.Warning, EventKeywords.None) && Volatile.Read(ref _unrecorded) is { } method && Interlocked.Exchange(ref _told, 1) == 0)
        {
            UnrecordedCall(method);
        }
    }
}
