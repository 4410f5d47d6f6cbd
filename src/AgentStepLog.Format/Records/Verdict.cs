namespace AgentStepLog;

/// <summary>What a verification found. <see cref="Verification.IsIntact"/> says whether it is a good one.</summary>
public enum Verdict
{
    /// <summary>Nothing contradicts the log. This does not prove that it is the original: a person who can write the file can rewrite all of it.</summary>
    SelfConsistent,

    /// <summary>The last line is incomplete or garbled, as a crash leaves it; what stands before it is self-consistent.</summary>
    Torn,

    /// <summary>A line contradicts the chain or the format.</summary>
    Tampered,

    /// <summary>The lines are self-consistent; a blob is gone, which is legitimate after its retention, or a manifest or tool set, which is not. <see cref="Verification.Message"/> says which.</summary>
    BlobMissing,

    /// <summary>The lines are self-consistent; a blob is not what its line says.</summary>
    BlobAltered,
}
