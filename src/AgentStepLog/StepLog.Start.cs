using System.ComponentModel;
using System.Reflection;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Files;
using AgentStepLog.Records;
using AgentStepLog.Resuming;
using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    private ActiveStep? _outer;

    /// <summary>Opens the log and writes its header. Generated code calls it.</summary>
    /// <param name="start">The place of the log and its options.</param>
    /// <param name="types">The typed steps of a generated log.</param>
    /// <exception cref="StepLogException">The log cannot be made there; the message says why and what to do.</exception>
    /// <exception cref="ArgumentException">The options name no directory, or their ids made an invalid run id.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected StepLog(LogStart start, StepTypes? types = null)
        : this((start ?? throw new ArgumentNullException(nameof(start))).Options, types, files: null)
    {
    }

    // The log keeps these options, which are a checked copy of the caller's.
    private StepLog(StepLogOptions options, StepTypes? types, ILogFiles? files)
    {
        var isOff = Recording.IsOff;
        if (isOff)
        {
            (options.Manifest, options.InMemory, options.KeepSteps) = (null, true, 0);
        }

        var (run, resumed) = isOff || options.ResumedPath is null ? default : LogResuming.Open(options, options.ResumedPath, options.RunId, files ?? DiskFiles.Instance);
        try
        {
            if (resumed is not null)
            {
                ResumedOptions.Apply(resumed, options);
            }
            else
            {
                Lineage.Resolve(options, Current?.RunId, Current?.TraceId);
                options.Manifest ??= !options.InMemory && options.Ids.DescribesProcess ? OwnManifest() : null;
            }

            var runId = options.RunId ?? WellFormedRunId.Checked(options.Ids.NewRunId(options.TimeProvider.GetUtcNow()), nameof(options));
            Commitments = isOff ? null : LogOpening.CommitmentsOf(options, runId);
            OpenIntents = resumed?.OpenIntents ?? [];
            var writer = resumed is not null ? LogOpening.GoOn(options, run!, resumed, types, Commitments)
                : LogOpening.Open(options, runId, types, Commitments, isOff || files is null ? LogOpening.FilesOf(options) : files);
            Run = new(this, runId, options, writer, isOff);
        }
        catch (Exception)
        {
            run?.LetGo(isOver: false);
            throw;
        }

        if (isOff)
        {
            Recording.Tell();
            return;
        }

        Run.Open();
    }

    /// <summary>Starts a log in a directory, and makes it active for the caller and the calls that it makes.</summary>
    /// <param name="directory">The directory of the log's file.</param>
    /// <param name="options">All other options.</param>
    /// <exception cref="StepLogException">The log cannot be made there; the message says why and what to do.</exception>
    /// <exception cref="ArgumentException">
    /// An option is out of range, or contradicts another one or <paramref name="directory"/>. The message names the options.
    /// </exception>
    public static StepLog Start(string directory, StepLogOptions? options = null) => Started(StartOptions.InDirectory(directory, options));

    /// <summary>Starts a log in <see cref="StepLogOptions.Directory"/>, and makes it active for the caller and the calls that it makes.</summary>
    /// <param name="options">The directory and all other options.</param>
    /// <exception cref="StepLogException">The log cannot be made there; the message says why and what to do.</exception>
    /// <exception cref="ArgumentException">No directory is named, or an option is out of range, or contradicts another one. The message names the options.</exception>
    public static StepLog Start(StepLogOptions options) => Started(StartOptions.Of(options));

    /// <summary>Starts a log in memory, for tests, and makes it active for the caller and the calls that it makes.</summary>
    /// <param name="options">
    /// All options except the directory. <see cref="StepLogOptions.Durability"/> may be any, as an application sets it: a log in memory ends with the process.
    /// </param>
    /// <exception cref="ArgumentException">A directory is named, or an option is out of range, or contradicts another one. The message names the options.</exception>
    public static StepLog InMemory(StepLogOptions? options = null) => Started(StartOptions.InMemory(options));

    /// <summary>Starts a log on storage that the caller provides. Without a directory it has no path, as in memory.</summary>
    internal static StepLog On(ILogFiles files, StepLogOptions? options = null) => Started(StartOptions.Of(options ?? new()), files);

    /// <summary>Makes the log active in the caller's flow.</summary>
    internal void Activate()
    {
        _outer = ActiveStep.Open;
        ActiveStep.Current = ActiveStep.Root(Run, _outer);
    }

    private static StepLog Started(StepLogOptions options, ILogFiles? files = null)
    {
        var log = new StepLog(options, types: null, files);
        log.Activate();
        return log;
    }

    // A generated log is in the project whose tools it records. The plain log serves the whole program.
    private BuildManifest? OwnManifest() =>
        (GetType() == typeof(StepLog) ? Assembly.GetEntryAssembly() : GetType().Assembly) is { } assembly ? BuildManifest.Of(assembly) : null;
}
