using AgentStepLog.Capture;
using AgentStepLog.Integrity;
using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>
/// One run and its log: a file of one JSON line per step, in which each line contains the hash of the line before. Calls of annotated methods are recorded into the log
/// that is active where they are made. Safe for many threads.
/// </summary>
public partial class StepLog : IDisposable, IAsyncDisposable
{
    /// <summary>The log that is active here; null for none. If logs are nested, it is the innermost open one.</summary>
    public static StepLog? Current => (StepLog?)ActiveStep.Open?.Log.Owner;

    /// <summary>The run's id.</summary>
    public string RunId => Run.RunId;

    /// <summary>The path of the log file; null in memory, and if recording is off.</summary>
    public string? Path => Writer.Path;

    /// <summary>Whether the log is closed. Later calls of annotated methods count as calls without a log; steps and calls that are given to this log count in <see cref="StepLogHealth.Late"/>.</summary>
    public bool IsClosed => Writer.IsClosed;

    /// <summary>The last <see cref="StepLogOptions.KeepSteps"/> steps, the oldest first. The list does not change afterwards.</summary>
    public IReadOnlyList<Step> Steps => Array.AsReadOnly(Writer.Steps());

    /// <summary>The state of the log: lost and late records, failures and queues.</summary>
    public StepLogHealth Health => IsOff ? new() { IsOff = true } : Writer.Health;

    /// <summary>The part of the log that its calls use.</summary>
    internal RunLog Run { get; }

    internal LogWriter Writer => Run.Writer;

    private bool IsOff => Run.IsOff;

    internal StepLogOptions Options => Run.Options;

    internal Commitments? Commitments { get; }

    /// <summary>Adds a note to the step that runs here, for the log and, through a tool table, for the model. Without such a step it does nothing.</summary>
    /// <param name="text">The text of the note.</param>
    public static void Note(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ActiveStep.NoteHere(text);
    }

    /// <summary>Makes this log active here until the result is disposed. Use it for queues, and for flows that did not start in the caller's flow.</summary>
    public IDisposable Use() => new Activation(Run);

    /// <summary>The totals over all steps of the run so far.</summary>
    public RunSummary Summarize() => IsOff ? RunSummary.Empty : Writer.Summarize();

    /// <summary>
    /// Waits until every step that was recorded before is written, or counted as lost (<see cref="Health"/>). Only with <see cref="Durability.Queued"/> does it have to
    /// wait. It never throws.
    /// </summary>
    public void Flush()
    {
        if (!IsOff)
        {
            Writer.CatchUp();
        }
    }

    /// <summary>Returns the log's bytes so far.</summary>
    public byte[] ToArray()
    {
        using var copy = new MemoryStream();
        CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Writes the log's bytes so far to a stream.</summary>
    /// <param name="destination">The stream to write to.</param>
    public void CopyTo(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!IsOff)
        {
            Writer.CopyTo(destination);
        }
    }
}
