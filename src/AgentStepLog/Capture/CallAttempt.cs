using AgentStepLog.Capture;

namespace AgentStepLog;

/// <summary>Numbers the attempts of a retry loop.</summary>
public static class CallAttempt
{
    /// <summary>
    /// Numbers the tool and LLM calls that begin here, until the result is disposed: those that this code makes itself, by whatever route, and not those within them.
    /// The number is recorded as it is given, in <see cref="ToolCallStep.Attempt"/> or <see cref="LlmCallStep.Attempt"/>: only the code that tries again knows
    /// that two calls are one. For a stream, the log records the number that is active where the stream is enumerated, or else the one where the call was made.
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
