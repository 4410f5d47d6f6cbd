namespace AgentStepLog;

/// <summary>The answer of a key ring for a value and a commitment. No member is zero, so that a value that was never set confirms nothing.</summary>
public enum WithheldConfirmation
{
    /// <summary>This value was withheld at that place.</summary>
    Confirmed = 1,

    /// <summary>Another value was withheld, or the commitment belongs to another place.</summary>
    Different,

    /// <summary>
    /// The ring does not have the key that made the commitment: the subject never had a key, or it was erased, or it was made again after an erasure. Or
    /// the subject or the run is another one. No answer is possible.
    /// </summary>
    NoKey,

    /// <summary>The log has no commitment at that place, or one of another version.</summary>
    NoCommitment,
}
