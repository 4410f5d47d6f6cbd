namespace AgentStepLog;

/// <summary>What survives of a step once the call that recorded it has returned.</summary>
public enum Durability
{
    /// <summary>
    /// Nothing is guaranteed. Lines wait in memory, up to <see cref="StepLogOptions.QueueLimit"/>, and are written in the background. Waiting lines are written when
    /// the log is closed and when the process ends in order; an unhandled exception, SIGTERM, SIGINT and SIGHUP count as that. They are lost if the process is killed
    /// or fails fast.
    /// </summary>
    Queued,

    /// <summary>The operating system has the line. It survives the death of the process, <c>kill -9</c> included. The default.</summary>
    Written,

    /// <summary>The disk has the line. It survives a loss of power. Lines of calls that end at the same time share a sync.</summary>
    Durable,
}
