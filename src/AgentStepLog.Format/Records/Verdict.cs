namespace AgentStepLog;

/// <summary>The result of a verification. <see cref="Verification.IsIntact"/> says whether it is a good one. No member is zero, so that a value that was never set is not a good one.</summary>
public enum Verdict
{
    /// <summary>Nothing contradicts the log. This does not prove that it is the original: a person who can write the file can rewrite all of it.</summary>
    SelfConsistent = 1,

    /// <summary>The last line is incomplete or garbled, as a crash leaves it; the lines before it are self-consistent.</summary>
    Torn,

    /// <summary>A line contradicts the chain or the format.</summary>
    Tampered,

    /// <summary>
    /// The lines are self-consistent, and a file that they name is gone. A blob may be gone after its retention; a manifest or a tool set may not.
    /// <see cref="Verification.Message"/> says which it is.
    /// </summary>
    BlobMissing,

    /// <summary>The lines are self-consistent; the content of a blob does not match its hash or length in the line.</summary>
    BlobAltered,
}
