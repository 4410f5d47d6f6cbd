using System.Runtime.CompilerServices;
using AgentStepLog.Capture;

namespace AgentStepLog;

/// <summary>
/// One run and its log: a file of one JSON line per step, each line bound to the one before by its hash. Calls of annotated
/// methods are recorded into the log that is active where they happen. Safe for use by many threads.
/// </summary>
public class StepLog : IDisposable, IAsyncDisposable
{
    /// <summary>Opens the log and writes its header.</summary>
    /// <param name="options">Where and what.</param>
    /// <param name="types">The typed steps of a generated log.</param>
    /// <exception cref="StepLogException">The log cannot be made there; the message says why and what to do.</exception>
    protected StepLog(StepLogOptions options, StepTypes? types = null) => throw new NotImplementedException();

    /// <summary>The log that is active here, or null.</summary>
    public static StepLog? Current => throw new NotImplementedException();

    /// <summary>Calls of annotated methods that went by unrecorded in this process, because no log was active.</summary>
    public static long UnrecordedCalls => throw new NotImplementedException();

    /// <summary>The same by method, for projects that set <see cref="WhenNoLog.Count"/>.</summary>
    public static IReadOnlyDictionary<string, long> UnrecordedCallsByMethod => throw new NotImplementedException();

    /// <summary>The run's id.</summary>
    public string RunId => throw new NotImplementedException();

    /// <summary>The log file; null in memory.</summary>
    public string? Path => throw new NotImplementedException();

    /// <summary>Whether <c>run_end</c> is written; later calls count as calls without a log.</summary>
    public bool IsClosed => throw new NotImplementedException();

    /// <summary>The last <see cref="StepLogOptions.KeepSteps"/> steps, oldest first. A snapshot.</summary>
    public IReadOnlyList<Step> Steps => throw new NotImplementedException();

    /// <summary>How the log fares.</summary>
    public StepLogHealth Health => throw new NotImplementedException();

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
    public static void Note(string text) => throw new NotImplementedException();

    /// <summary>Makes this log active here until the result is disposed: for queues, and flows that did not start in the caller's.</summary>
    public IDisposable Use() => throw new NotImplementedException();

    /// <summary>Ends the run well and closes the log.</summary>
    /// <param name="answer">What the run came to.</param>
    /// <exception cref="InvalidOperationException">The log is closed.</exception>
    public void Complete(string? answer = null) => throw new NotImplementedException();

    /// <inheritdoc cref="Complete(string?)"/>
    public void Complete(JsonText answer) => throw new NotImplementedException();

    /// <summary>Ends the run as failed and closes the log.</summary>
    /// <param name="exception">Why; an <see cref="OperationCanceledException"/> too counts as a failure: for the other, <see cref="Cancel"/>.</param>
    /// <exception cref="InvalidOperationException">The log is closed.</exception>
    public void Fail(Exception exception) => throw new NotImplementedException();

    /// <summary>Ends the run as failed and closes the log.</summary>
    /// <param name="message">Why.</param>
    /// <exception cref="InvalidOperationException">The log is closed.</exception>
    public void Fail(string message) => throw new NotImplementedException();

    /// <summary>Ends the run as cancelled and closes the log.</summary>
    /// <exception cref="InvalidOperationException">The log is closed.</exception>
    public void Cancel() => throw new NotImplementedException();

    /// <summary>What the run did so far: running totals over all steps.</summary>
    public RunSummary Summarize() => throw new NotImplementedException();

    /// <summary>Begins to record a tool call by hand.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="input">Its arguments, best as an object.</param>
    /// <param name="callId">The model's id of the call.</param>
    /// <param name="file">Leave it to the compiler.</param>
    /// <param name="line">Leave it to the compiler.</param>
    /// <param name="member">Leave it to the compiler.</param>
    /// <returns>The parent of what is called until it is disposed.</returns>
    public ToolCallScope ToolCall(string tool, JsonText input = default, string? callId = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "") => throw new NotImplementedException();

    /// <summary>Begins to record an LLM call by hand.</summary>
    /// <param name="model">The model asked for.</param>
    /// <param name="provider">Its provider.</param>
    /// <param name="input">The messages.</param>
    /// <param name="file">Leave it to the compiler.</param>
    /// <param name="line">Leave it to the compiler.</param>
    /// <param name="member">Leave it to the compiler.</param>
    /// <returns>The parent of what is called until it is disposed.</returns>
    public LlmCallScope LlmCall(string? model = null, string? provider = null, JsonText input = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "") => throw new NotImplementedException();

    /// <summary>Begins to record a nested agent by hand; its intent is written at once.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="input">What it is asked to do.</param>
    /// <param name="file">Leave it to the compiler.</param>
    /// <param name="line">Leave it to the compiler.</param>
    /// <param name="member">Leave it to the compiler.</param>
    /// <returns>The parent of what is called until it is disposed.</returns>
    public AgentCallScope AgentCall(string agent, JsonText input = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "") => throw new NotImplementedException();

    /// <summary>Records something that is no call.</summary>
    /// <param name="name">What happened.</param>
    /// <param name="data">More about it.</param>
    public void Event(string name, JsonText data = default) => throw new NotImplementedException();

    /// <summary>The log's bytes so far.</summary>
    public byte[] ToArray() => throw new NotImplementedException();

    /// <summary>Writes the log's bytes so far to a stream.</summary>
    /// <param name="destination">Where to.</param>
    public void CopyTo(Stream destination) => throw new NotImplementedException();

    /// <summary>Closes the log; a run that nobody ended gets the outcome <c>unknown</c>. Gives back what was active before.</summary>
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
    protected virtual void Dispose(bool disposing) => throw new NotImplementedException();

    /// <summary>Makes a log active in the caller's flow. Synchronous: what an async method activates is lost to its caller.</summary>
    /// <param name="log">The log.</param>
    /// <returns>The log.</returns>
    protected static T Activate<T>(T log)
        where T : StepLog => throw new NotImplementedException();

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
}
