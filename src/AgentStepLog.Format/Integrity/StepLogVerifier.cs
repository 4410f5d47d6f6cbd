using AgentStepLog.Files;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;

namespace AgentStepLog;

/// <summary>
/// Verifies a log: the form, chain and checksum of every line, and every blob that a line names, in one pass with bounded memory. A log of more than
/// a megabyte is verified by several threads.
/// Without a key or an anchor the best verdict is <see cref="Verdict.SelfConsistent"/>.
/// </summary>
public static class StepLogVerifier
{
    // More threads would wait for the one that reads.
    private static readonly int s_cores = Math.Min(8, Environment.ProcessorCount);

    /// <summary>
    /// Verifies a log file, with the run's later files (<c>{run_id}.2.jsonl</c> …), and the blobs in <c>{run_id}.blobs</c> beside it.
    /// </summary>
    /// <param name="path">One of the run's files; <c>StepLog.Path</c> names the first. It is also found after it was compressed to <c>{path}.gz</c>.</param>
    /// <param name="options">The limits of reading. Only <see cref="StepLogReadOptions.UnpackedLimit"/> applies.</param>
    /// <exception cref="StepLogException">
    /// The file, or a blob that is there, cannot be opened; the run's compressed files unpack to more than the limit; or more than 500,000 blobs that
    /// may name others are named at once.
    /// </exception>
    public static Verification Verify(string path, StepLogReadOptions? options = null) => Verify(path, s_cores, options);

    /// <summary>
    /// Verifies a log file as <see cref="Verify(string, StepLogReadOptions)"/> does, on threads of the pool. It reports its progress and can be canceled, for logs
    /// of gigabytes.
    /// </summary>
    /// <param name="path">One of the run's files.</param>
    /// <param name="options">The limits of reading. Only <see cref="StepLogReadOptions.UnpackedLimit"/> applies.</param>
    /// <param name="progress">
    /// Receives the progress about ten times a second, and once at the end, on threads of the pool. An exception that it throws ends the verification.
    /// </param>
    /// <param name="cancellationToken">Ends the verification. It is checked before each part of a file is read.</param>
    /// <exception cref="StepLogException">As <see cref="Verify(string, StepLogReadOptions)"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static Task<Verification> VerifyAsync(
        string path, StepLogReadOptions? options = null, IProgress<VerificationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return InBackground(path, options, progress, null, cancellationToken);
    }

    /// <summary>The same for a directory that was listed before.</summary>
    internal static Task<Verification> InBackground(
        string path, StepLogReadOptions? options, IProgress<VerificationProgress>? progress, Func<DirectoryNames>? names, CancellationToken cancellationToken)
    {
        options = StepLogReadOptions.Checked(options);
        return Task.Run(() => Watched(path, options, progress, names, cancellationToken), cancellationToken);
    }

    private static Verification Watched(
        string path, StepLogReadOptions options, IProgress<VerificationProgress>? progress, Func<DirectoryNames>? names, CancellationToken cancellationToken)
    {
        using var run = RunStream.Open(path, options, names, cancellationToken);
        var watch = new ReadingWatch(run.HasPacked ? null : run.Length, progress, cancellationToken);
        using var log = watch.OfLog(run);
        var found = new LogCheck(log, runId => watch.OfBlobs(BlobSource.InFolder(run.Named, runId)), run, s_cores).Run();
        watch.Tell();
        return found;
    }

    /// <summary>Verifies a log from a stream, to its end.</summary>
    /// <param name="log">The log; the stream stays open.</param>
    /// <param name="blobs">Opens a blob by the 64 hex digits of its hash, or returns null when it is gone. Default: every blob is gone.</param>
    public static Verification Verify(Stream log, Func<string, Stream?>? blobs = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Verify(log, blobs, s_cores);
    }

    /// <summary>The same for a directory that was listed before.</summary>
    internal static Verification Verify(string path, DirectoryNames names, StepLogReadOptions? options = null) => Verify(path, s_cores, options, names);

    /// <summary>The same with this number of threads.</summary>
    internal static Verification Verify(string path, int cores, StepLogReadOptions? options = null, DirectoryNames? names = null)
    {
        using var stream = RunStream.Open(path, StepLogReadOptions.Checked(options), names is null ? null : () => names);
        return new LogCheck(stream, runId => BlobSource.InFolder(stream.Named, runId), stream, cores).Run();
    }

    /// <summary>The same with this number of threads.</summary>
    internal static Verification Verify(Stream log, Func<string, Stream?>? blobs, int cores) => new LogCheck(log, _ => blobs, cores: cores).Run();
}
