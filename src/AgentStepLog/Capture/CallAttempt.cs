using AgentStepLog.Capture;

namespace AgentStepLog;

/// <summary>Numbers the attempts of a retry loop.</summary>
public static class CallAttempt
{
    /// <summary>
    /// Gives a number to the tool and LLM calls that begin here, until the result is disposed. It counts for the calls that this code makes itself, by any route, and
    /// not for the calls within them. The number is recorded unchanged, in <see cref="ToolCallStep.Attempt"/> or <see cref="LlmCallStep.Attempt"/>, because only the
    /// code of the retry loop knows that two calls are tries of the same one. For a stream, the log records the number that is active where the stream is enumerated,
    /// or else the number where the call was made.
    /// </summary>
    /// <param name="number">The number of the attempt, from 1.</param>
    /// <returns>An object that ends the attempt when it is disposed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static IDisposable Start(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new AttemptScope(number);
    }
}
