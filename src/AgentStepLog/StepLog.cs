using System.Reflection;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Files;
using AgentStepLog.Integrity;
using AgentStepLog.Records;
using AgentStepLog.Resuming;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>
/// One run and its log: a file of one JSON line per step, each line bound to the one before by its hash. Calls of annotated
/// methods are recorded into the log that is active where they happen. Safe for use by many threads.
/// </summary>
public partial class StepLog : IDisposable, IAsyncDisposable
{
    private ActiveStep? _outer;

    /// <summary>Opens the log and writes its header.</summary>
    /// <param name="options">Where and what.</param>
    /// <param name="types">The typed steps of a generated log.</param>
    /// <exception cref="StepLogException">The log cannot be made there; the message says why and what to do.</exception>
    /// <exception cref="ArgumentException">The options name no directory, or a subject without a key ring, or their ids gave an ill-formed run id.</exception>
    protected StepLog(StepLogOptions options, StepTypes? types = null)
        : this(options, types, files: null)
    {
    }

    /// <summary>A log on files of the caller's.</summary>
    internal StepLog(StepLogOptions options, StepTypes? types, ILogFiles? files)
    {
        ArgumentNullException.ThrowIfNull(options);
        var isOff = Recording.IsOff;
        var (run, resumed) = isOff || options.ResumedPath is null ? default : LogResuming.Open(options, options.ResumedPath, options.RunId, files ?? DiskFiles.Instance);
        try
        {
            options = resumed is not null ? ResumedOptions.Of(resumed, options)
                : Lineage.Resolve(isOff ? options with { Manifest = null, InMemory = true, KeepSteps = 0 } : options, Current?.RunId, Current?.TraceId);
            options = resumed is null && options.Manifest is null && !options.InMemory && options.Ids.DescribesProcess
                ? options with { Manifest = OwnManifest() } : options;
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

    /// <summary>The log that is active here, or null. Of logs within each other, the innermost that is open.</summary>
    public static StepLog? Current => (StepLog?)ActiveStep.Open?.Log.Owner;

    /// <summary>
    /// Calls of annotated methods that went by unrecorded in this process, because no run was active. The first is told once, as a warning of the event source
    /// <c>AgentStepLog</c>.
    /// </summary>
    public static long UnrecordedCalls => Capture.UnrecordedCalls.Total;

    /// <summary>The same by method, for projects that set <see cref="WhenNoLog.Count"/>.</summary>
    public static IReadOnlyDictionary<string, long> UnrecordedCallsByMethod => Capture.UnrecordedCalls.ByMethod;

    /// <summary>The run's id.</summary>
    public string RunId => Run.RunId;

    /// <summary>The log file; null in memory, and where recording is off.</summary>
    public string? Path => Writer.Path;

    /// <summary>Whether <c>run_end</c> is written; later calls count as calls without a log.</summary>
    public bool IsClosed => Writer.IsClosed;

    /// <summary>The last <see cref="StepLogOptions.KeepSteps"/> steps, oldest first. A snapshot.</summary>
    public IReadOnlyList<Step> Steps => Array.AsReadOnly(Writer.Steps());

    /// <summary>How the log fares.</summary>
    public StepLogHealth Health => IsOff ? new() { IsOff = true } : Writer.Health;

    /// <summary>This log as its calls know it.</summary>
    internal RunLog Run { get; }

    internal LogWriter Writer => Run.Writer;

    private bool IsOff => Run.IsOff;

    internal StepLogOptions Options => Run.Options;

    internal Commitments? Commitments { get; }

    /// <summary>Starts a log in a directory and makes it active for the caller and what it calls.</summary>
    /// <param name="directory">Where the file goes.</param>
    /// <param name="options">Anything else.</param>
    /// <exception cref="StepLogException">The log cannot be made there; the message says why and what to do.</exception>
    public static StepLog Start(string directory, StepLogOptions? options = null) => Activate(new StepLog(InDirectory(directory, options)));

    /// <summary>Starts a log in <see cref="StepLogOptions.Directory"/> and makes it active for the caller and what it calls.</summary>
    /// <param name="options">Where and what.</param>
    /// <exception cref="StepLogException">The log cannot be made there; the message says why and what to do.</exception>
    public static StepLog Start(StepLogOptions options) => Activate(new StepLog(options));

    /// <summary>Starts a log that lives in memory, for tests, and makes it active for the caller and what it calls.</summary>
    /// <param name="options">Anything but the directory.</param>
    public static StepLog InMemory(StepLogOptions? options = null) => Activate(new StepLog(OnMemory(options)));

    /// <summary>Leaves a text on the step that runs here, for the log and, through a tool table, for the model. Without such a step it does nothing.</summary>
    /// <param name="text">The text.</param>
    public static void Note(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ActiveStep.NoteHere(text);
    }

    /// <summary>
    /// Says which attempt of one call the tool and LLM calls are that begin here, until the result is disposed: those that this code
    /// makes itself, by whatever route, and not those within them. The number is recorded as it is said: only who tries again knows
    /// that two calls are one. Of a stream it is the number that holds where it is enumerated, or else where the call was made.
    /// </summary>
    /// <param name="number">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static IDisposable Attempt(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new AttemptScope(number);
    }

    /// <summary>Makes this log active here until the result is disposed: for queues, and flows that did not start in the caller's.</summary>
    public IDisposable Use() => new Activation(Run);

    /// <summary>Ends the run well and closes the log.</summary>
    /// <param name="answer">What the run came to.</param>
    /// <exception cref="InvalidOperationException">The log is closed.</exception>
    public void Complete(string? answer = null) => Complete(answer is null ? default : JsonText.Of(answer));

    /// <inheritdoc cref="Complete(string?)"/>
    public void Complete(JsonText answer)
    {
        if (!CloseWith(new(RunOutcome.Completed, answer, default)))
        {
            throw new InvalidOperationException($"The log of run \"{RunId}\" is closed already. Complete, Fail and Cancel end a run, and a run ends once.");
        }
    }

    /// <summary>Ends the run as failed and closes the log. Where it is closed already, <see cref="StepLogHealth.Late"/> counts the call, and nothing else happens.</summary>
    /// <param name="exception">Why; an <see cref="OperationCanceledException"/> too counts as a failure: for the other, <see cref="Cancel"/>.</param>
    public void Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        End(new(RunOutcome.Failed, default, Failure.Of(exception)));
    }

    /// <inheritdoc cref="Fail(Exception)"/>
    /// <param name="message">Why.</param>
    public void Fail(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        End(new(RunOutcome.Failed, default, Failure.Of(message)));
    }

    /// <summary>Ends the run as canceled and closes the log. Where it is closed already, <see cref="StepLogHealth.Late"/> counts the call, and nothing else happens.</summary>
    public void Cancel() => End(new(RunOutcome.Canceled, default, default));

    /// <summary>What the run did so far: running totals over all steps.</summary>
    public RunSummary Summarize() => IsOff ? RunSummary.Empty : Writer.Summarize();

    /// <summary>
    /// Waits until every step that was recorded before is written, or counted as lost (<see cref="Health"/>). Only under
    /// <see cref="Durability.Queued"/> is there anything to wait for. Never throws.
    /// </summary>
    public void Flush()
    {
        if (!IsOff)
        {
            Writer.CatchUp();
        }
    }

    /// <summary>The log's bytes so far.</summary>
    public byte[] ToArray()
    {
        using var copy = new MemoryStream();
        CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Writes the log's bytes so far to a stream.</summary>
    /// <param name="destination">Where to.</param>
    public void CopyTo(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!IsOff)
        {
            Writer.CopyTo(destination);
        }
    }

    /// <summary>
    /// Closes the log; a run that nobody ended gets the outcome <c>unknown</c>. Waits, at most two seconds, until subscribers have what
    /// they asked for. Gives back what was active before.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>As <see cref="Dispose()"/>; completes synchronously, so that its caller sees again what was active before.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the log.</summary>
    /// <param name="disposing">Always true: there is no finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            CloseWith(new(RunOutcome.Unknown, default, default));
            Writer.Subscribers.Deliver();
            if (ActiveStep.Current?.Log == Run)
            {
                ActiveStep.Current = _outer;
            }
        }
    }

    /// <summary>Makes a log active in the caller's flow. Synchronous: what an async method activates is lost to its caller.</summary>
    /// <param name="log">The log.</param>
    /// <returns>The log.</returns>
    protected static T Activate<T>(T log)
        where T : StepLog
    {
        ArgumentNullException.ThrowIfNull(log);
        log._outer = ActiveStep.Open;
        ActiveStep.Current = ActiveStep.Root(log.Run, log._outer);
        return log;
    }

    /// <summary>The options with a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="options">The rest.</param>
    protected static StepLogOptions InDirectory(string directory, StepLogOptions? options)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return (options ?? new()) with { Directory = directory };
    }

    /// <summary>The options for a log in memory.</summary>
    /// <param name="options">The rest.</param>
    protected static StepLogOptions OnMemory(StepLogOptions? options) => (options ?? new()) with { InMemory = true };

    /// <summary>Starts a log on files of the caller's; without a directory it has no path, as in memory.</summary>
    internal static StepLog On(ILogFiles files, StepLogOptions? options = null) =>
        Activate(new StepLog(options ?? new(), types: null, files));

    // Called where an exception is handled: one of ours would take the place of that one.
    private void End(RunEnd end)
    {
        if (!CloseWith(end))
        {
            Writer.CountLate();
        }
    }

    private bool CloseWith(RunEnd end)
    {
        var ended = Writer.End(end, ScopePool.Running);
        Run.Close();
        return ended;
    }

    // A generated log stands in the project whose tools it records; the plain one serves the whole program.
    private BuildManifest? OwnManifest() =>
        (GetType() == typeof(StepLog) ? Assembly.GetEntryAssembly() : GetType().Assembly) is { } assembly ? BuildManifest.Of(assembly) : null;
}
