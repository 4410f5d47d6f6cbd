using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>
/// The source of a call of a method that records itself. The method's body does not know its caller, so all calls share one instance without a caller. If an origin was
/// handed over on the same thread, that origin is recorded instead.
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

    // Without an open log, no call would use the origin, and a later call must not use it.
    internal static void HandOver(CallOrigin? origin) => t_handed = RunLog.AnyOpen ? origin : null;

    internal static CallOrigin? Take()
    {
        var handed = t_handed;
        t_handed = null;
        return handed;
    }
}
