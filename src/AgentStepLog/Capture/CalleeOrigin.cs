namespace AgentStepLog.Capture;

/// <summary>
/// A call of a method that records itself. Its body cannot know who called: there is one instance, without a caller, which stands for the
/// origin that was handed over on the same thread, where one was.
/// </summary>
internal sealed class CalleeOrigin : CallOrigin
{
    [ThreadStatic]
    private static CallOrigin? t_handed;

    internal override StepRoute Route => StepRoute.Callee;

    // Without an open log nobody would take it, and a later call must not.
    internal static void HandOver(CallOrigin? origin) => t_handed = StepLog.AnyOpen ? origin : null;

    internal override CallOrigin Taken()
    {
        var handed = t_handed;
        t_handed = null;
        return handed ?? this;
    }
}
