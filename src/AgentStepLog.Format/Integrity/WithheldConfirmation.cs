namespace AgentStepLog;

/// <summary>What a key ring says of a value and a commitment.</summary>
public enum WithheldConfirmation
{
    /// <summary>This value was withheld there.</summary>
    Confirmed,

    /// <summary>Another value was, or the commitment is another place's.</summary>
    Different,

    /// <summary>
    /// The ring has not the key that made the commitment: none of the subject, or no more, or one that was made anew after an erasure; or the
    /// subject or the run is another. Nobody can tell.
    /// </summary>
    NoKey,

    /// <summary>The log has no commitment there, or none of this version.</summary>
    NoCommitment,
}
