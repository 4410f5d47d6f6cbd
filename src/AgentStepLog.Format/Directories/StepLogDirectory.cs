using System.Runtime.CompilerServices;
using AgentStepLog.Directories;
using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// A directory of runs. To list the runs reads only the names of their files. A run's header, end, summary and verdict are read when they are asked for.
/// Other processes may write, resume and delete runs there meanwhile. Thread-safe.
/// </summary>
public sealed class StepLogDirectory
{
    private readonly KeptListing _names;

    private StepLogDirectory(KeptListing names) => _names = names;

    /// <summary>The directory, as a full path.</summary>
    public string Path => _names.Directory;

    /// <summary>Opens a directory.</summary>
    /// <param name="path">The directory in which logs are. It may hold none.</param>
    /// <exception cref="StepLogException">The directory is not there, is no directory, or may not be listed.</exception>
    public static StepLogDirectory Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var directory = new StepLogDirectory(new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path))));
        directory.Listed(static names => names.Current());
        return directory;
    }

    /// <summary>
    /// The runs that are there now, the newest first. The order is by the time in a run's id, and where an id has none, by the time of the last write to the run's
    /// first file. Everything with the name of a log is listed, also a file with other content, a folder or a link. <see cref="StepLogRun.ReadHeader"/> throws where
    /// it is no log. Other names are ignored.
    /// </summary>
    /// <exception cref="StepLogException">The directory is gone, or may not be listed.</exception>
    public IReadOnlyList<StepLogRun> GetRuns() => Look().ConvertAll(static found => found.Run);

    /// <summary>The run with an id; null if there is none.</summary>
    /// <param name="runId">Its id, as <see cref="StepLogRun.RunId"/> gives it.</param>
    /// <exception cref="StepLogException">The directory is gone, or may not be listed.</exception>
    public StepLogRun? FindRun(string runId)
    {
        ArgumentNullException.ThrowIfNull(runId);
        return WellFormedRunId.Flaw(runId) is null && Listed(names => names.Files(runId)) is { Count: > 0 } files ? new(_names, runId, files) : null;
    }

    /// <summary>
    /// Reports each run that is there, then each that is new, has grown, or is gone, until it is canceled. It polls the directory and uses no notifications of the
    /// system, so that it also works on network drives and in containers. Several changes between two looks are reported as one.
    /// </summary>
    /// <param name="pollInterval">The time between two looks. Default: one second.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not positive, or more than a day.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="StepLogException">The directory is gone, or may not be listed.</exception>
    public IAsyncEnumerable<StepLogChange> WatchAsync(TimeSpan? pollInterval = null, CancellationToken cancellationToken = default)
    {
        var wait = pollInterval ?? TimeSpan.FromSeconds(1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero, nameof(pollInterval));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wait, TimeSpan.FromDays(1), nameof(pollInterval));
        return Watch(wait, cancellationToken);
    }

    /// <summary>
    /// The runs as <see cref="GetRuns"/> gives them, each with the names of its files. All come from one listing: one listing for each run would take time by the
    /// square of their number.
    /// </summary>
    internal List<(StepLogRun Run, List<string> Files)> Look() =>
        Listed(static names => names.Runs().Select(run => (Run: new StepLogRun(names, run.Key, run.Value), Files: run.Value))
            .OrderByDescending(static found => found.Run.Began).ThenByDescending(static found => found.Run.RunId, StringComparer.Ordinal).ToList());

    private async IAsyncEnumerable<StepLogChange> Watch(TimeSpan interval, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watch = new DirectoryWatch(this);
        while (true)
        {
            foreach (var change in await Task.Run(watch.Look, cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }

            await Task.Delay(interval, cancellationToken).ConfigureAwait(false);
        }
    }

    private T Listed<T>(Func<KeptListing, T> list)
    {
        try
        {
            return Directory.Exists(Path) ? list(_names) : throw new StepLogException(
                StepLogErrorReason.NotFound, File.Exists(Path) ? $"{Path} is a file: name the directory in which it lies." : $"There is no directory {Path}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException(FileTrouble.ReasonOf(e), $"The directory {Path} cannot be listed: {e.Message}", e);
        }
    }
}
