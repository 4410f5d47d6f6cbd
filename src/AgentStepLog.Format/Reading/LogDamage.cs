using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>Lines of a log that cannot be read: garbled ones, and those of a file of the run that is not there, and files that lie among the run's and cannot be read as such, each as one. What the verifier says of the whole log is more, and stricter.</summary>
/// <param name="Line">Number of the first such line, from 0; of missing ones that of the line in their place.</param>
/// <param name="Offset">Where that line begins, in bytes from the start of the log.</param>
/// <param name="Lines">How many lines cannot be read.</param>
/// <param name="IsTornTail">Whether it is only the last line, as a crash leaves it: nothing before it is damaged.</param>
/// <param name="Message">What is wrong with the first one.</param>
public sealed record LogDamage(long Line, long Offset, long Lines, bool IsTornTail, string Message)
{
    /// <summary>What is wrong with the first one, on one line.</summary>
    public string Message { get; init; } = VisibleText.Of(Message);
}
