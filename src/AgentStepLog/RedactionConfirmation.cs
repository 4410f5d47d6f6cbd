namespace AgentStepLog;

/// <summary>What a key ring says of a value and a commitment.</summary>
public enum RedactionConfirmation
{
    /// <summary>This value was withheld there.</summary>
    Confirmed,

    /// <summary>Another value was, or the commitment is another subject's, run's or place's.</summary>
    Different,

    /// <summary>The ring has no key of the subject, or no more: nobody can tell.</summary>
    NoKey,

    /// <summary>The log has no commitment there.</summary>
    NoCommitment,
}
