using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// Parts of a log that cannot be read: garbled lines, the lines of a missing file of the run, and files with the run's names that do not belong to it, which count
/// as one line each. The verifier checks more, and is stricter.
/// </summary>
/// <param name="Line">The number of the first such line, from 0; for missing lines, the number of the line in their place.</param>
/// <param name="Offset">The place of that line, in bytes from the start of the log.</param>
/// <param name="Lines">How many lines cannot be read.</param>
/// <param name="IsTornTail">Whether only the last line is damaged, as a crash leaves it.</param>
/// <param name="Message">The damage of the first such line.</param>
public sealed record LogDamage(long Line, long Offset, long Lines, bool IsTornTail, string Message)
{
    /// <summary>The damage of the first such line, on one line.</summary>
    public string Message { get; init; } = VisibleText.Of(Message);
}
