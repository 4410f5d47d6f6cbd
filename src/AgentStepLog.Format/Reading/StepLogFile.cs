using System.Runtime.InteropServices;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// A log, read back. For one that is larger than memory, <see cref="ReadSteps"/> gives the steps one at a time. Reading believes what stands there: whether it was changed is for <see cref="StepLogVerifier"/> to say.
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

    /// <summary>The first line.</summary>
    public RunStartStep Header { get; }

    /// <summary>Every line that can be read, typed where it can be; the header is the first.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>What the run came to, counted anew from the lines.</summary>
    public RunSummary Summary { get; }

    /// <summary>How the run ended; null when it was abandoned (or still runs): there is no <c>run_end</c>.</summary>
    public RunOutcome? Outcome { get; }

    /// <summary>Calls that were about to be made and have no outcome: nobody knows whether they took effect.</summary>
    public IReadOnlyList<IntentStep> OpenIntents { get; }

    /// <summary>Lines that cannot be read, those of a file of the run that is missing included; null when all can.</summary>
    public LogDamage? Damage { get; }

    /// <summary>
    /// Reads a log file, also one that is still being written, and the files that its run goes on in (<c>{run_id}.2.jsonl</c> …). Blobs are
    /// looked for in <c>{run_id}.blobs</c> beside it.
    /// </summary>
    /// <param name="path">One of the run's files, as <c>StepLog.Path</c> names the first; also where it has become <c>{path}.gz</c> since.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="options">How much may be read.</param>
    /// <exception cref="StepLogException">It cannot be opened, is no step log of version 1, or is larger than <paramref name="options"/> allow.</exception>
    public static StepLogFile Read(string path, StepTypes? types = null, StepLogReadOptions? options = null)
    {
        return All(new(path, types, options));
    }

    /// <summary>The same without holding up the caller's thread: the files are read on a thread of the pool.</summary>
    /// <param name="path">One of the run's files.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="options">How much may be read.</param>
    /// <param name="cancellationToken">Ends the reading; looked at before each part of a file is read.</param>
    /// <exception cref="StepLogException">As <see cref="Read"/>.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public static Task<StepLogFile> ReadAsync(string path, StepTypes? types = null, StepLogReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return InBackground(new(path, types, options), cancellationToken);
    }

    /// <summary>Reads a log from memory.</summary>
    /// <param name="log">Its bytes.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="blobs">Opens a blob by the 64 hex digits of its hash, or gives null. Default: every blob stays a reference.</param>
    /// <param name="options">How much may be read.</param>
    /// <exception cref="StepLogException">It is no step log of version 1.</exception>
    public static StepLogFile Parse(ReadOnlyMemory<byte> log, StepTypes? types = null, Func<string, Stream?>? blobs = null, StepLogReadOptions? options = null)
    {
        var bytes = MemoryMarshal.TryGetArray(log, out var array) ? array : new ArraySegment<byte>(log.ToArray());
        using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        return Parse(stream, types, blobs, options);
    }

    /// <summary>Reads a log from a stream, to its end.</summary>
    /// <param name="log">The stream; it stays open.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="blobs">Opens a blob by the 64 hex digits of its hash, or gives null. Default: every blob stays a reference.</param>
    /// <param name="options">How much may be read.</param>
    /// <exception cref="StepLogException">It is no step log of version 1.</exception>
    public static StepLogFile Parse(Stream log, StepTypes? types = null, Func<string, Stream?>? blobs = null, StepLogReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        options = StepLogReadOptions.Checked(options);
        return new(new LogScan(new StepScan("The stream", types, _ => blobs is null ? null : new(blobs, options)).Read(log)));
    }

    internal static StepLogFile All(StepSequence log, CancellationToken cancellationToken = default) => new(new LogScan(log.Scan(cancellationToken)));

    internal static Task<StepLogFile> InBackground(StepSequence log, CancellationToken cancellationToken) => Task.Run(() => All(log, cancellationToken), cancellationToken);

    /// <summary>
    /// Reads a log one step at a time: what <see cref="Read"/> has in <see cref="Steps"/>, in as much memory as the longest lines and the caller's own steps take.
    /// The files are opened when the enumeration begins, anew for each.
    /// </summary>
    /// <param name="path">One of the run's files.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="options">How much may be read.</param>
    /// <param name="onDamage">Told where lines cannot be read, before the step behind them. Default: none, and the enumeration throws there.</param>
    /// <exception cref="StepLogException">
    /// While it is enumerated: the log cannot be opened, is no step log of version 1, is larger than <paramref name="options"/> allow, or is damaged and there is no
    /// <paramref name="onDamage"/>.
    /// </exception>
    public static IEnumerable<Step> ReadSteps(string path, StepTypes? types = null, StepLogReadOptions? options = null, Action<LogDamage>? onDamage = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new StepSequence(path, types, options, onDamage).Read();
    }

    /// <summary>The same without holding up the caller's thread: the files are read on threads of the pool.</summary>
    /// <param name="path">One of the run's files.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="options">How much may be read.</param>
    /// <param name="onDamage">Told where lines cannot be read, before the step behind them. Default: none, and the enumeration throws there.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="StepLogException">As <see cref="ReadSteps"/>.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public static IAsyncEnumerable<Step> ReadStepsAsync(
        string path, StepTypes? types = null, StepLogReadOptions? options = null, Action<LogDamage>? onDamage = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new StepSequence(path, types, options, onDamage).ReadInBackground(cancellationToken);
    }
}
