namespace AgentStepLog.Integrity;

/// <summary>A file of keys cannot be used as it is.</summary>
/// <param name="reason">Why, as a value that a program can act on.</param>
/// <param name="message">What is wrong with it, and what to do.</param>
internal sealed class KeyFileException(StepLogErrorReason reason, string message) : Exception(message)
{
    internal StepLogErrorReason Reason => reason;
}
