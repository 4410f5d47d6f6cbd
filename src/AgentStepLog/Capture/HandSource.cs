namespace AgentStepLog.Capture;

/// <summary>A call recorded by hand.</summary>
internal sealed class HandSource : CallSource
{
    private static readonly HandSource s_withoutId = new(null);

    private HandSource(string? callId) => CallId = callId;

    internal override StepRoute Route => StepRoute.Manual;

    internal override string? CallId { get; }

    internal static HandSource Of(string? callId) => callId is null ? s_withoutId : new(callId);
}
