using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>The part of the scope that begins a recorded call.</summary>
public sealed partial class StepScope
{
    /// <summary>Begins to record a call.</summary>
    /// <param name="method">The called method.</param>
    /// <param name="origin">The origin of the call.</param>
    /// <param name="log">The log to write to. If it is null or closed, the active log is used.</param>
    /// <returns>Null if no log is active; then make the call without recording.</returns>
    /// <exception cref="InvalidOperationException">No log is active, and the method's project sets <see cref="WhenNoLog.Throw"/>.</exception>
    /// <exception cref="StepLogException">The call cannot be recorded, and must not be made in that case (<see cref="LogFailurePolicy.FailClosed"/>).</exception>
    public static StepScope? Begin(RecordedMethod method, in CallOrigin origin, StepLog? log = null)
    {
        // Without an open log, calls skip the async local, which costs more than the rest of an unrecorded call.
        if (RunLog.AnyOpen)
        {
            return BeginAmong(method, origin, log?.Run);
        }

        UnrecordedCalls.Count(method);
        return null;
    }
}
