namespace AgentStepLog.Capture;

/// <summary>A call recorded manually.</summary>
internal sealed class ManualSource : CallSource
{
    private static readonly ManualSource s_withoutId = new(null);

    private ManualSource(string? callId) => CallId = callId;

    internal override StepRoute Route => StepRoute.Manual;

    internal override string? CallId { get; }

    internal static ManualSource Of(string? callId) => callId is null ? s_withoutId : new(callId);
}
