using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>Where a recorded call begins.</summary>
public sealed partial class StepScope
{
    /// <summary>Begins to record a call.</summary>
    /// <param name="method">What is called.</param>
    /// <param name="origin">From where.</param>
    /// <param name="log">The log to write to; the ambient one when null or closed.</param>
    /// <returns>Null when no log is active: make the plain call.</returns>
    /// <exception cref="InvalidOperationException">No log is active and the method's project asked for <see cref="WhenNoLog.Throw"/>.</exception>
    /// <exception cref="StepLogException">The call cannot be recorded, and must not be made then (<see cref="LogFailurePolicy.FailClosed"/>).</exception>
    public static StepScope? Begin(RecordedMethod method, in CallOrigin origin, StepLog? log = null)
    {
        // Reading an async local costs more than all the rest of a call that is not recorded.
        if (RunLog.AnyOpen)
        {
            return BeginAmong(method, origin, log?.Run);
        }

        UnrecordedCalls.Count(method);
        return null;
    }
}
