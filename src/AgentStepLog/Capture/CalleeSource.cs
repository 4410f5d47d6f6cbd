using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>
/// A call of a method that records itself. Its body cannot know what called: there is one instance, without a caller, which stands for the
/// origin that was handed over on the same thread, where one was.
/// </summary>
internal sealed class CalleeSource : CallSource
{
    [ThreadStatic]
    private static CallOrigin? t_handed;

    private CalleeSource()
    {
    }

    internal static CalleeSource Instance { get; } = new();

    internal override StepRoute Route => StepRoute.Callee;

    // Without an open log no call would take it, and a later call must not.
    internal static void HandOver(CallOrigin? origin) => t_handed = RunLog.AnyOpen ? origin : null;

    internal static CallOrigin? Take()
    {
        var handed = t_handed;
        t_handed = null;
        return handed;
    }
}
