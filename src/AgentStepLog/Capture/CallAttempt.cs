using AgentStepLog.Capture;

namespace AgentStepLog;

/// <summary>Says which attempt of one call the calls are that a retry loop makes.</summary>
public static class CallAttempt
{
    /// <summary>
    /// Numbers the tool and LLM calls that begin here, until the result is disposed: those that this code makes itself, by whatever route, and not those within them.
    /// The number is recorded as it is given, in <see cref="ToolCallStep.Attempt"/> or <see cref="LlmCallStep.Attempt"/>: only the code that tries again knows
    /// that two calls are one. Of a stream the number is recorded that holds where it is enumerated, or else where the call was made.
    /// </summary>
    /// <param name="number">From 1.</param>
    /// <returns>Ends the attempt when disposed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static IDisposable Start(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new AttemptScope(number);
    }
}
