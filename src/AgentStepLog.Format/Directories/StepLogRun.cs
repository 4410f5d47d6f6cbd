using AgentStepLog.Directories;
using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// A run in a <see cref="StepLogDirectory"/>. Each member reads the run's files again when it is called, since the run may still be written.
/// Each member that reads throws a <see cref="StepLogException"/> where the files are gone or may not be read. Where they are no log, each member but
/// <see cref="Verify"/> throws it, too, and <see cref="Verify"/> reports it in its verdict. Thread-safe. Two instances are equal where they have the same
/// <see cref="RunId"/> in the same directory. The spelling of the full path counts.
/// </summary>
public sealed class StepLogRun : IEquatable<StepLogRun>
{
    private readonly KeptListing _names;

    internal StepLogRun(KeptListing names, string runId, IReadOnlyList<string> files)
    {
        (_names, RunId) = (names, runId);
        Path = System.IO.Path.Combine(names.Directory, First(files));
    }

    /// <summary>The run's id, as the names of its files give it.</summary>
    public string RunId { get; }

    /// <summary>The path of its first file when the directory was listed. The file may have become <c>{Path}.gz</c> since.</summary>
    public string Path { get; }

    internal DateTimeOffset Began => TimeOrderedId.TimeOf(RunId) ?? Look(System.IO.Path.GetFileName(Path))?.Written ?? DateTimeOffset.MinValue;

    /// <summary>The length of its files in bytes now, without its blobs; 0 when they are gone.</summary>
    public long GetLength() => Opened(() => LengthOf(Files()));

    /// <summary>The time of the last write to one of its files; null when they are gone.</summary>
    public DateTimeOffset? GetLastWriteTime() => Opened(() => Files().Max(name => Look(name)?.Written));

    /// <summary>Reads the header: the agent, its task, and when the run started.</summary>
    public RunStartStep ReadHeader() => Opened(() =>
    {
        var path = System.IO.Path.Combine(_names.Directory, Files() is { Count: > 0 } files ? First(files) : throw new FileNotFoundException());
        LogPath.Open(path).Dispose(); // throws with the reason where the file cannot be read
        var line = FirstLine(path, out var isComplete); // reads no more than one line, however long the file is
        using var log = new MemoryStream(isComplete ? [.. line, (byte)'\n'] : line);
        return new StepScan(path, null, OpenBlobs).Read(log).Select(static scanned => scanned.Step).OfType<RunStartStep>().First();
    });

    /// <summary>Reads the header on a thread of the pool, so that the caller's thread does not wait.</summary>
    /// <param name="cancellationToken">Checked before the read, which is one line.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public Task<RunStartStep> ReadHeaderAsync(CancellationToken cancellationToken = default) => Task.Run(ReadHeader, cancellationToken);

    /// <summary>
    /// Reads the line that ends the run, with its outcome and its totals; null while the run is written, and when it was abandoned. Of a file that is not compressed
    /// only the last 256 KiB are read, and the header where these hold no end.
    /// </summary>
    /// <param name="options">The limits of reading.</param>
    public RunEndStep? ReadEnd(StepLogReadOptions? options = null) => ReadEndWithin(StepLogReadOptions.Checked(options));

    private RunEndStep? ReadEndWithin(StepLogReadOptions options) => Opened(() =>
    {
        ReadOnlyMemory<byte>? end = null;
        var fields = new LineFields(null);
        var listing = RunListing.Find(DiskFiles.Instance, _names.Current(), RunId);
        var last = listing.Files.Count > 0 ? listing.Files[^1]
            : listing.Strays is [var stray, ..] ? throw new StepLogException(StepLogErrorReason.Damaged, stray.Text)
            : throw new FileNotFoundException();
        foreach (var line in RunTail.Lines(DiskFiles.Instance, last, options.UnpackedLimit))
        {
            end = RoleOf(fields, line) switch
            {
                ChainRole.End => line.ToArray(),
                ChainRole.Appendix => end,
                _ => null,
            };
        }

        if (end is { } found)
        {
            return new StepReader(null, OpenBlobs(listing.RunId ?? RunId, options)).Read(found) as RunEndStep;
        }

        ReadHeader(); // throws where this is no log; a log without an end has a header that can be read
        return null;
    });

    /// <summary>
    /// Reads how the run ended; null while it is written, and when it was abandoned, since a log does not tell these two apart. Reads as little as
    /// <see cref="ReadEnd"/>.
    /// </summary>
    /// <param name="options">The limits of reading.</param>
    public RunOutcome? ReadOutcome(StepLogReadOptions? options = null) => ReadEnd(options)?.Outcome;

    /// <summary>
    /// Reads the totals. Where the run has an end, these are the totals that the end states, and they are not checked. Where it has none, all lines are read, and
    /// the totals are those of the readable ones. <see cref="Verify"/> says whether the log is intact, and <see cref="StepLogFile.Damage"/> which lines cannot be
    /// read.
    /// </summary>
    /// <param name="options">The limits of reading.</param>
    public RunSummary ReadSummary(StepLogReadOptions? options = null)
    {
        if (ReadEnd(options) is { } end)
        {
            return end.Totals;
        }

        var summary = new SummaryBuilder();
        foreach (var step in ReadSteps(options: options, onDamage: static _ => { }))
        {
            summary.Add(step);
        }

        return summary.ToSummary();
    }

    /// <summary>Verifies the run.</summary>
    /// <param name="options">The limit of the size to which compressed files may unpack.</param>
    public Verification Verify(StepLogReadOptions? options = null) => Opened(() => StepLogVerifier.Verify(Path, _names.Current(), options));

    /// <inheritdoc cref="StepLogVerifier.VerifyAsync"/>
    public Task<Verification> VerifyAsync(StepLogReadOptions? options = null, IProgress<VerificationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        StepLogVerifier.InBackground(Path, options, progress, _names.Current, cancellationToken);

    /// <inheritdoc cref="StepLogFile.Read"/>
    public StepLogFile Read(StepTypes? types = null, StepLogReadOptions? options = null) => StepLogFile.All(Log(types, options));

    /// <inheritdoc cref="StepLogFile.ReadAsync"/>
    public Task<StepLogFile> ReadAsync(StepTypes? types = null, StepLogReadOptions? options = null, CancellationToken cancellationToken = default) =>
        StepLogFile.InBackground(Log(types, options), cancellationToken);

    /// <inheritdoc cref="StepLogFile.ReadSteps"/>
    public IEnumerable<Step> ReadSteps(StepTypes? types = null, StepLogReadOptions? options = null, Action<LogDamage>? onDamage = null) =>
        Log(types, options, onDamage).Read();

    /// <inheritdoc cref="StepLogFile.ReadStepsAsync"/>
    public IAsyncEnumerable<Step> ReadStepsAsync(
        StepTypes? types = null, StepLogReadOptions? options = null, Action<LogDamage>? onDamage = null, CancellationToken cancellationToken = default) =>
        Log(types, options, onDamage).ReadInBackground(cancellationToken);

    /// <summary>
    /// Reads the steps of the run that are there, and then each further step when it is written, until the run ends. An abandoned run never ends: cancel the token.
    /// Where a file is empty or ends within its header, this waits, since a writer may be about to write it.
    /// </summary>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="options">The limits of reading.</param>
    /// <param name="pollInterval">The time between two looks. Default: a quarter of a second.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not positive, or more than a day.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="StepLogException">
    /// A line is damaged; this is thrown after all steps before it were returned. Or the file is no step log of version 1, the files are gone, or one was cut below
    /// the last line that was returned.
    /// </exception>
    public IAsyncEnumerable<Step> FollowAsync(
        StepTypes? types = null, StepLogReadOptions? options = null, TimeSpan? pollInterval = null, CancellationToken cancellationToken = default)
    {
        var wait = pollInterval ?? TimeSpan.FromMilliseconds(250);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero, nameof(pollInterval));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wait, TimeSpan.FromDays(1), nameof(pollInterval));
        options = StepLogReadOptions.Checked(options);
        return RunFollow.Steps(() => new(_names.Directory, RunId, id => new(types, OpenBlobs(id, options)), Log(types, options)), wait, cancellationToken);
    }

    /// <summary>Whether the other is the same run of the same directory. <see cref="Path"/> may differ, since the files may have been compressed since.</summary>
    public bool Equals(StepLogRun? other) => other is not null && RunId == other.RunId && _names.Directory == other._names.Directory;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StepLogRun);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RunId, _names.Directory);

    /// <summary>Returns <see cref="Path"/>.</summary>
    public override string ToString() => Path;

    /// <summary>The same as <see cref="GetLength"/>, where the names of the files are known.</summary>
    internal long LengthOf(List<string> files) => Opened(() => ByteCount.Sum(files.Select(name => Look(name)?.Length ?? 0)));

    private FileFacts? Look(string name) => DiskFiles.Instance.Look(System.IO.Path.Combine(_names.Directory, name));

    private StepSequence Log(StepTypes? types, StepLogReadOptions? options, Action<LogDamage>? onDamage = null) => new(Path, types, options, onDamage, _names.Current);

    private List<string> Files() => _names.Files(RunId);

    private string First(IReadOnlyList<string> files) => files.MinBy(name => SegmentName.NumberOf(name, RunId) is > 0 and var number ? number : int.MaxValue)!;

    private BlobSource? OpenBlobs(string runId) => OpenBlobs(runId, null);

    private BlobSource? OpenBlobs(string runId, StepLogReadOptions? options) => WellFormedRunId.Flaw(runId) is null ? new(BlobSource.InFolder(Path, runId), options) : null;

    private byte[] FirstLine(string path, out bool isComplete)
    {
        try
        {
            return LogSegment.FirstLine(DiskFiles.Instance, path, out isComplete);
        }
        catch (PackedFileException e)
        {
            throw new StepLogException(StepLogErrorReason.Damaged, $"The run {RunId} in {_names.Directory} cannot be read: {System.IO.Path.GetFileName(path)} {e.What}.", e);
        }
    }

    private static ChainRole RoleOf(LineFields fields, ReadOnlyMemory<byte> line)
    {
        try
        {
            fields.Parse(line);
            return RecordTypes.Named(fields.RequiredText("type"u8))?.Role ?? ChainRole.None;
        }
        catch (FormatException)
        {
            return ChainRole.None; // the checksum fits, and the line is no record: so the line before it cannot be the end
        }
    }

    private T Opened<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StepLogException(StepLogErrorReason.NotFound, $"The run {RunId} is not in {_names.Directory} any more: something has deleted it since the directory was listed.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException(FileTrouble.ReasonOf(e), $"The run {RunId} in {_names.Directory} cannot be read: {e.Message}", e);
        }
        catch (FormatException e)
        {
            throw new StepLogException(StepLogErrorReason.Damaged, $"{Path}: a line of the run {RunId} cannot be read: it {e.Message}.", e);
        }
    }
}
