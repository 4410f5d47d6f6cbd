namespace AgentStepLog;

/// <summary>The kind of a change to a run in a directory.</summary>
public enum StepLogChangeKind
{
    /// <summary>The run is there. It is new, or this look is the first one.</summary>
    Added,

    /// <summary>The length of its files has changed: lines were written, or a file was compressed.</summary>
    Written,

    /// <summary>The run is gone.</summary>
    Removed,
}
