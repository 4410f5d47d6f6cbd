namespace AgentStepLog;

/// <summary>A step log cannot be opened or read. The message names the path, what is wrong with it, and what to do.</summary>
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
}
