using System.Runtime.InteropServices;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// A log that was read. For a log that is larger than memory, <see cref="ReadSteps"/> returns the steps one at a time. Reading does not check whether the log was
/// changed: <see cref="StepLogVerifier"/> does.
/// </summary>
public sealed class StepLogFile
{
    private StepLogFile(LogScan scan)
    {
        Header = scan.Header;
        Steps = scan.Steps;
        Summary = scan.Summary;
        Outcome = scan.Outcome;
        OpenIntents = scan.OpenIntents;
        Damage = scan.Damage;
    }

    /// <summary>The header.</summary>
    public RunStartStep Header { get; }

    /// <summary>All steps that can be read, typed where a type is known. The header is the first.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The run's totals, counted from the lines.</summary>
    public RunSummary Summary { get; }

    /// <summary>How the run ended; null where there is no <c>run_end</c>: the run was abandoned, or still runs.</summary>
    public RunOutcome? Outcome { get; }

    /// <summary>Calls that were announced and have no outcome: it is unknown whether they took effect.</summary>
    public IReadOnlyList<IntentStep> OpenIntents { get; }

    /// <summary>The lines that cannot be read, those of missing files of the run included; null when all can be read.</summary>
    public LogDamage? Damage { get; }

    /// <summary>
    /// Reads a log file, also one that is still being written, with the run's later files (<c>{run_id}.2.jsonl</c> …). Blobs are
    /// read from <c>{run_id}.blobs</c> beside it.
    /// </summary>
    /// <param name="path">One of the run's files; <c>StepLog.Path</c> names the first. It is also found after it was compressed to <c>{path}.gz</c>.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="options">The limits of reading.</param>
    /// <exception cref="StepLogException">The file cannot be opened, is no step log of version 1, or is larger than <paramref name="options"/> allow.</exception>
    public static StepLogFile Read(string path, StepTypes? types = null, StepLogReadOptions? options = null)
    {
        return All(new(path, types, options));
    }

    /// <summary>Reads a log file as <see cref="Read"/> does, on a thread of the pool, so that the caller's thread does not wait.</summary>
    /// <param name="path">One of the run's files.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="options">The limits of reading.</param>
    /// <param name="cancellationToken">Ends the reading. It is checked before each part of a file is read.</param>
    /// <exception cref="StepLogException">As <see cref="Read"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static Task<StepLogFile> ReadAsync(string path, StepTypes? types = null, StepLogReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return InBackground(new(path, types, options), cancellationToken);
    }

    /// <summary>Reads a log from memory.</summary>
    /// <param name="log">The log's bytes.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="blobs">Opens a blob by the 64 hex digits of its hash, or returns null. Default: every blob stays a reference.</param>
    /// <param name="options">The limits of reading.</param>
    /// <exception cref="StepLogException">The bytes are no step log of version 1.</exception>
    public static StepLogFile Parse(ReadOnlyMemory<byte> log, StepTypes? types = null, Func<string, Stream?>? blobs = null, StepLogReadOptions? options = null)
    {
        var bytes = MemoryMarshal.TryGetArray(log, out var array) ? array : new ArraySegment<byte>(log.ToArray());
        using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        return Parse(stream, types, blobs, options);
    }

    /// <summary>Reads a log from a stream, to its end.</summary>
    /// <param name="log">The stream; it stays open.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="blobs">Opens a blob by the 64 hex digits of its hash, or returns null. Default: every blob stays a reference.</param>
    /// <param name="options">The limits of reading.</param>
    /// <exception cref="StepLogException">The stream is no step log of version 1.</exception>
    public static StepLogFile Parse(Stream log, StepTypes? types = null, Func<string, Stream?>? blobs = null, StepLogReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        options = StepLogReadOptions.Checked(options);
        return new(new LogScan(new StepScan("The stream", types, _ => blobs is null ? null : new(blobs, options)).Read(log)));
    }

    internal static StepLogFile All(StepSequence log, CancellationToken cancellationToken = default) => new(new LogScan(log.Scan(cancellationToken)));

    internal static Task<StepLogFile> InBackground(StepSequence log, CancellationToken cancellationToken) => Task.Run(() => All(log, cancellationToken), cancellationToken);

    /// <summary>
    /// Reads a log one step at a time, with the same steps as <see cref="Steps"/> of <see cref="Read"/>. It takes memory for a few of the longest lines, and for the
    /// steps that the caller keeps. Each enumeration opens the files when it begins.
    /// </summary>
    /// <param name="path">One of the run's files.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="options">The limits of reading.</param>
    /// <param name="onDamage">Called for lines that cannot be read, before the step behind them is returned. Default: none, and the enumeration throws there.</param>
    /// <exception cref="StepLogException">
    /// Thrown by the enumeration: the log cannot be opened, is no step log of version 1, is larger than <paramref name="options"/> allow, or is damaged and there is no
    /// <paramref name="onDamage"/>.
    /// </exception>
    public static IEnumerable<Step> ReadSteps(string path, StepTypes? types = null, StepLogReadOptions? options = null, Action<LogDamage>? onDamage = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new StepSequence(path, types, options, onDamage).Read();
    }

    /// <summary>Reads steps as <see cref="ReadSteps"/> does, on threads of the pool, so that the caller's thread does not wait.</summary>
    /// <param name="path">One of the run's files.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="options">The limits of reading.</param>
    /// <param name="onDamage">Called for lines that cannot be read, before the step behind them is returned. Default: none, and the enumeration throws there.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="StepLogException">As <see cref="ReadSteps"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static IAsyncEnumerable<Step> ReadStepsAsync(
        string path, StepTypes? types = null, StepLogReadOptions? options = null, Action<LogDamage>? onDamage = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new StepSequence(path, types, options, onDamage).ReadInBackground(cancellationToken);
    }
}
