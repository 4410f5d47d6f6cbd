using AgentStepLog.Capture;

namespace AgentStepLog;

/// <summary>
/// A step log cannot be opened or read, or a call was not made because its log cannot be written
/// (<see cref="LogFailurePolicy.FailClosed"/>). The message names the path, what is wrong with it, and what to do.
/// </summary>
public sealed class StepLogException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public StepLogException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">What the operating system said.</param>
    public StepLogException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether it says that a call was not made: no failure of the call's own.</summary>
    internal bool IsRefusal { get; private init; }

    internal static StepLogException Refused(RecordedMethod method, StepLog log, Exception cause)
    {
        var call = method.Method.Length > 0 ? method.Method : method.Name.Length > 0 ? $"\"{method.Name}\"" : "the model";
        return new(
            $"The call of {call} was not made: the step log \"{log.Path ?? log.RunId}\" could not record it first ({cause.Message}), and OnLogFailure is FailClosed. "
            + "Make the log's disk writable again, or let the call go on unrecorded by FailOpen.",
            cause)
        {
            IsRefusal = true,
        };
    }
}
