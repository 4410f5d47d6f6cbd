namespace AgentStepLog.FaultTests.Faults;

/// <summary>How a call to the system fails.</summary>
internal enum Fault
{
    /// <summary>ENOSPC; half of a write is there.</summary>
    NoSpace,

    /// <summary>EIO, and nothing was done.</summary>
    Io,

    /// <summary>EIO, though all was done: a disk, or a network, that loses only the answer.</summary>
    IoAfter,

    /// <summary>EINTR.</summary>
    Interrupted,

    /// <summary>Half is written, or read, and no error is named.</summary>
    Short,

    /// <summary>EROFS.</summary>
    ReadOnly,

    /// <summary>EACCES.</summary>
    Denied,
}
