namespace AgentStepLog.FaultTests.Disturbances;

/// <summary>What something else than the log does to a file of a run while it is written.</summary>
internal enum Disturbance
{
    /// <summary>All is cut off, as <c>copytruncate</c> does.</summary>
    Emptied,

    /// <summary>Half is cut off, in the middle of a line.</summary>
    CutInALine,

    /// <summary>The same behind a line.</summary>
    CutAfterALine,

    /// <summary>A line of a stranger is written behind the last one.</summary>
    WrittenTo,

    Deleted,

    /// <summary>It gets another name, as a rotation does.</summary>
    MovedAway,

    /// <summary>It is deleted, and a stranger's file has its name.</summary>
    ReplacedByAFile,

    ReplacedByADirectory,

    ReplacedByAFifo,

    /// <summary>A link to a file of another directory.</summary>
    ReplacedByALink,

    /// <summary>It gets another name, and a link to it has its own: it is still there.</summary>
    MovedBehindALink,
}
