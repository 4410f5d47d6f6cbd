namespace AgentStepLog;

/// <summary>
/// Verifies a log: form, chain and checksum of every line, and every blob that a line names, in one pass with bounded memory.
/// Without a key or an anchor the best verdict is <see cref="Verdict.SelfConsistent"/>.
/// </summary>
public static class StepLogVerifier
{
    /// <summary>
    /// Verifies a log file, with the files that its run goes on in (<c>{run_id}.2.jsonl</c> …), and the blobs in <c>{run_id}.blobs</c> beside it.
    /// </summary>
    /// <param name="path">The run's first file.</param>
    /// <exception cref="StepLogException">The file, or a blob that is there, cannot be opened.</exception>
    public static Verification Verify(string path)
    {
        using var stream = RunStream.Open(path);
        using var check = new LogCheck(stream, runId => BlobSource.InFolder(path, runId), stream);
        return check.Run();
    }

    /// <summary>Verifies a log from a stream, to its end.</summary>
    /// <param name="log">The log; the stream stays open.</param>
    /// <param name="blobs">Opens a blob by the 64 hex digits of its hash, or gives null when it is gone. Default: every blob is gone.</param>
    public static Verification Verify(Stream log, Func<string, Stream?>? blobs = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var check = new LogCheck(log, _ => blobs);
        return check.Run();
    }
}
