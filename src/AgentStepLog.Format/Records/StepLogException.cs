using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// A step log cannot be opened or read, or a call was not made because its log cannot be written
/// (<c>LogFailurePolicy.FailClosed</c>). The message names the path, what is wrong with it, and what to do;
/// control characters in it, as a file's name may have them, are written as escapes.
/// </summary>
public sealed class StepLogException : Exception
{
    /// <summary>Makes the exception, of a <see cref="Reason"/> that is not specified.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public StepLogException(string message)
        : this(StepLogErrorReason.Unspecified, message)
    {
    }

    /// <summary>Makes the exception, of a <see cref="Reason"/> that is not specified.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">What the operating system said.</param>
    public StepLogException(string message, Exception? innerException)
        : this(StepLogErrorReason.Unspecified, message, innerException)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="reason">Why, as a value that a program can act on.</param>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">What the operating system said.</param>
    public StepLogException(StepLogErrorReason reason, string message, Exception? innerException = null)
        : base(VisibleText.Of(message), innerException) => Reason = reason;

    /// <summary>Why, as a value that a program can act on: a command chooses its exit code by it, a service its answer.</summary>
    public StepLogErrorReason Reason { get; }

    /// <summary>Whether it says that a call was not made: no failure of the call's own.</summary>
    internal bool IsRefusal => Reason == StepLogErrorReason.CallNotMade;
}
