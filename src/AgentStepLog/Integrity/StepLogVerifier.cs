namespace AgentStepLog;

/// <summary>Verifies a log: form, chain, checksums and blobs of every line, with bounded memory.</summary>
public static class StepLogVerifier
{
    /// <summary>Verifies a log file, with the blobs in <c>{run_id}.blobs</c> beside it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StepLogException">The file cannot be opened.</exception>
    public static Verification Verify(string path) => throw new NotImplementedException();

    /// <summary>Verifies a log from a stream, to its end.</summary>
    /// <param name="log">The log.</param>
    /// <param name="blobs">Opens a blob by the 64 hex digits of its hash, or gives null when it is gone. Default: every blob is gone.</param>
    public static Verification Verify(Stream log, Func<string, Stream?>? blobs = null) => throw new NotImplementedException();
}
