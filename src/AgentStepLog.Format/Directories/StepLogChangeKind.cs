namespace AgentStepLog;

/// <summary>What has happened to a run in a directory.</summary>
public enum StepLogChangeKind
{
    /// <summary>It is there, and was not, or not known to be.</summary>
    Added,

    /// <summary>Its files have other bytes than before: lines were written, or a file was compressed.</summary>
    Written,

    /// <summary>It is gone.</summary>
    Removed,
}
