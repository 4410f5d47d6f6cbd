namespace AgentStepLog;

/// <summary>Why a step log could not be opened, read, verified or written: what a command or a service decides by. The message says the rest.</summary>
public enum StepLogErrorReason
{
    /// <summary>None was given, as by a <see cref="KeyRing"/> of one's own.</summary>
    Unspecified,

    /// <summary>The log, the run, the directory or the key ring is not there, or not any more.</summary>
    NotFound,

    /// <summary>The system does not let it be read or written: rights, a failing or full disk, another program that holds it.</summary>
    Inaccessible,

    /// <summary>What is there is no step log, or no key ring: another tool wrote it, or it is no regular file.</summary>
    NotALog,

    /// <summary>It is of another version: the log, the key ring, or an assembly that was compiled against another one.</summary>
    UnsupportedVersion,

    /// <summary>It is damaged where it would have to be whole. <see cref="StepLogVerifier"/> says more of a log.</summary>
    Damaged,

    /// <summary>It is larger than a limit allows, such as those of <see cref="StepLogReadOptions"/>.</summary>
    TooLarge,

    /// <summary>Another log is writing the run, in this process or another one.</summary>
    BeingWritten,

    /// <summary>A log or a key ring of that name is there already, and is never written over.</summary>
    AlreadyExists,

    /// <summary>The run was ended, and an ended run is not resumed.</summary>
    AlreadyEnded,

    /// <summary>The options do not go with each other, or with the run: another user or subject, a key ring that has no key, or that lies beside the logs.</summary>
    Refused,

    /// <summary>A call was not made, because its log could not record it first (<c>LogFailurePolicy.FailClosed</c>).</summary>
    CallNotMade,
}
