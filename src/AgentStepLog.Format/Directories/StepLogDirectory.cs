using System.Runtime.CompilerServices;
using AgentStepLog.Directories;
using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// A directory of runs. Nothing in it is read that is not asked for: to list the runs takes their files' names alone, and a run's header, end, summary and verdict are
/// read when they are wanted. Other processes may write, resume and delete runs there meanwhile. Thread-safe.
/// </summary>
public sealed class StepLogDirectory
{
    private readonly KeptListing _names;

    private StepLogDirectory(KeptListing names) => _names = names;

    /// <summary>The directory, as a full path.</summary>
    public string Path => _names.Directory;

    /// <summary>Opens a directory.</summary>
    /// <param name="path">The directory in which logs lie. It need hold none.</param>
    /// <exception cref="StepLogException">It is not there, is no directory, or may not be listed.</exception>
    public static StepLogDirectory Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var directory = new StepLogDirectory(new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path))));
        directory.Listed(static names => names.Current());
        return directory;
    }

    /// <summary>
    /// The runs that are there now, the newest first: by the time in a run's id, and where an id has none, by the time at which its first file was written last. What has the
    /// name of a log is listed, whatever it is: a file that holds something else, a folder or a link, too; <see cref="StepLogRun.ReadHeader"/> says where it is no log. Other names are passed over.
    /// </summary>
    /// <exception cref="StepLogException">The directory is gone, or may not be listed.</exception>
    public IReadOnlyList<StepLogRun> GetRuns() => Look().ConvertAll(static found => found.Run);

    /// <summary>The run of an id; null if there is none.</summary>
    /// <param name="runId">Its id, as <see cref="StepLogRun.RunId"/> gives it.</param>
    /// <exception cref="StepLogException">The directory is gone, or may not be listed.</exception>
    public StepLogRun? FindRun(string runId)
    {
        ArgumentNullException.ThrowIfNull(runId);
        return WellFormedRunId.Flaw(runId) is null && Listed(names => names.Files(runId)) is { Count: > 0 } files ? new(_names, runId, files) : null;
    }

    /// <summary>
    /// Tells of each run that is there, then of each that is new, has grown, or is gone, until it is canceled. It looks at the directory again and again rather than being told by the
    /// system, so that it works on network drives and in containers, too; changes between two looks are told once.
    /// </summary>
    /// <param name="pollInterval">How long it waits between two looks. Default: one second.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not positive, or more than a day.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    /// <exception cref="StepLogException">The directory is gone, or may not be listed.</exception>
    public IAsyncEnumerable<StepLogChange> WatchAsync(TimeSpan? pollInterval = null, CancellationToken cancellationToken = default)
    {
        var wait = pollInterval ?? TimeSpan.FromSeconds(1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero, nameof(pollInterval));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wait, TimeSpan.FromDays(1), nameof(pollInterval));
        return Watch(wait, cancellationToken);
    }

    /// <summary>The runs, as <see cref="GetRuns"/> gives them, each with the names of its files. All of it is of one listing: to list again for each would take time by the square of their number.</summary>
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
