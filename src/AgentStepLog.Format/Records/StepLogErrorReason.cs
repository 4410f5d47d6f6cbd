namespace AgentStepLog;

/// <summary>Why a step log could not be opened, read, verified or written, as a value by which a program can decide. The exception's message has the details.</summary>
public enum StepLogErrorReason
{
    /// <summary>No reason was given, as by a <see cref="KeyRing"/> that an application implements.</summary>
    Unspecified,

    /// <summary>The log, the run, the directory or the key ring is not there, or was deleted.</summary>
    NotFound,

    /// <summary>The system does not allow reading or writing: missing rights, a failing or full disk, or another program that holds the file.</summary>
    Inaccessible,

    /// <summary>The file is no step log, or no key ring: another tool wrote it, or it is no regular file.</summary>
    NotALog,

    /// <summary>The version is not supported: that of the log, of the key ring, or of an assembly that was compiled against another version.</summary>
    UnsupportedVersion,

    /// <summary>A part that must be whole is damaged. For a log, <see cref="StepLogVerifier"/> says more.</summary>
    Damaged,

    /// <summary>A size exceeds a limit, such as those of <see cref="StepLogReadOptions"/>.</summary>
    TooLarge,

    /// <summary>Another log is writing the run, in this process or another one.</summary>
    BeingWritten,

    /// <summary>A log or a key ring with that name is there already. It is never overwritten.</summary>
    AlreadyExists,

    /// <summary>The run has ended, and an ended run is not resumed.</summary>
    AlreadyEnded,

    /// <summary>The run refuses its user, subject or keys: another user or subject than it has, a key ring that has no key for it, or a key ring beside the logs.</summary>
    Refused,

    /// <summary>A call was not made, because its log could not record it first (<c>LogFailurePolicy.FailClosed</c>).</summary>
    CallNotMade,
}
