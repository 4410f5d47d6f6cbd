namespace AgentStepLog;

/// <summary>What of a log survives, once a call that left a step in it has returned.</summary>
public enum Durability
{
    /// <summary>
    /// Nothing is promised: lines wait in memory, up to <see cref="StepLogOptions.QueueLimit"/>, and are written in the background. Closing
    /// the log, and the orderly end of the process (an unhandled exception, SIGTERM, SIGINT and SIGHUP, too), write what waits; a process that is
    /// killed, or fails fast, takes it along.
    /// </summary>
    Queued,

    /// <summary>The line is with the operating system: it survives the death of the process, <c>kill -9</c> included. The default.</summary>
    Written,

    /// <summary>The line is on the disk: it survives a loss of power. Lines of calls that end at the same time share a sync.</summary>
    Durable,
}
