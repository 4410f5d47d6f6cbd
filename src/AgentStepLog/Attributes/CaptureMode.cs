namespace AgentStepLog;

/// <summary>How much of a call's input and output is recorded.</summary>
public enum CaptureMode
{
    /// <summary>Nothing: the fields are absent.</summary>
    None,

    /// <summary>The SHA-256 and the length in bytes of the value's JSON, so that a value held elsewhere can be compared.</summary>
    Hash,

    /// <summary>The value.</summary>
    Full,
}
