using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// A step log cannot be opened or read, or a call was not made because its log cannot be written
/// (<c>LogFailurePolicy.FailClosed</c>). The message names the path, the problem, and what to do.
/// Control characters in it, which the name of a file may contain, are written as escapes.
/// </summary>
public sealed class StepLogException : Exception
{
    /// <summary>Makes the exception with an unspecified <see cref="Reason"/>.</summary>
    /// <param name="message">The problem, its place, and what to do.</param>
    public StepLogException(string message)
        : this(StepLogErrorReason.Unspecified, message)
    {
    }

    /// <summary>Makes the exception with an unspecified <see cref="Reason"/>.</summary>
    /// <param name="message">The problem, its place, and what to do.</param>
    /// <param name="innerException">The cause: an error of the operating system, or of a clock or ids that the options name.</param>
    public StepLogException(string message, Exception? innerException)
        : this(StepLogErrorReason.Unspecified, message, innerException)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="reason">The reason, as a value that a program can act on.</param>
    /// <param name="message">The problem, its place, and what to do.</param>
    /// <param name="innerException">The cause: an error of the operating system, or of a clock or ids that the options name.</param>
    public StepLogException(StepLogErrorReason reason, string message, Exception? innerException = null)
        : base(VisibleText.Of(message), innerException) => Reason = reason;

    /// <summary>The reason, as a value that a program can act on: a command can choose its exit code by it, and a service its response.</summary>
    public StepLogErrorReason Reason { get; }

    /// <summary>Whether a call was not made, so that this is no failure of the call itself.</summary>
    internal bool IsRefusal => Reason == StepLogErrorReason.CallNotMade;
}
