using AgentStepLog.Capture;
using AgentStepLog.Integrity;
using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>
/// One run and its log: a file of one JSON line per step, each line bound to the one before by its hash. Calls of annotated
/// methods are recorded into the log that is active where they happen. Safe for use by many threads.
/// </summary>
public partial class StepLog : IDisposable, IAsyncDisposable
{
    /// <summary>The log that is active here, or null. Of logs within each other, the innermost that is open.</summary>
    public static StepLog? Current => (StepLog?)ActiveStep.Open?.Log.Owner;

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

    /// <summary>Leaves a text on the step that runs here, for the log and, through a tool table, for the model. Without such a step it does nothing.</summary>
    /// <param name="text">The text.</param>
    public static void Note(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ActiveStep.NoteHere(text);
    }

    /// <summary>Makes this log active here until the result is disposed: for queues, and flows that did not start in the caller's.</summary>
    public IDisposable Use() => new Activation(Run);

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
}
