namespace AgentStepLog;

/// <summary>What a verification found. Each has its own exit code: <see cref="Verification.ExitCode"/>.</summary>
public enum Verdict
{
    /// <summary>Nothing contradicts itself. Whoever can write the file could have rewritten all of it. Exit code 11.</summary>
    SelfConsistent,

    /// <summary>The last line is incomplete or garbled, as a crash leaves it; what stands before it is self-consistent. Exit code 20.</summary>
    Torn,

    /// <summary>A line contradicts the chain or the format. Exit code 21.</summary>
    Tampered,

    /// <summary>The lines are self-consistent; a blob is gone, which is legitimate after its retention, or a manifest or tool set, which is not. <see cref="Verification.Message"/> says which. Exit code 24.</summary>
    BlobMissing,

    /// <summary>The lines are self-consistent; a blob is not what its line says. Exit code 25.</summary>
    BlobAltered,
}
