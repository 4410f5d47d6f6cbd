namespace AgentStepLog.Integrity;

/// <summary>A file of keys cannot be used.</summary>
/// <param name="reason">The reason, as a value that a program can act on.</param>
/// <param name="message">The problem, and what to do.</param>
internal sealed class KeyFileException(StepLogErrorReason reason, string message) : Exception(message)
{
    internal StepLogErrorReason Reason => reason;
}
