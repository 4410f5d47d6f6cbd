namespace AgentStepLog;

/// <summary>A log, read back.</summary>
public sealed class StepLogFile
{
    private StepLogFile()
    {
    }

    /// <summary>The first line.</summary>
    public RunStartStep Header { get; } = new();

    /// <summary>Every line, typed where it can be; <c>Steps[0]</c> is the header.</summary>
    public IReadOnlyList<Step> Steps { get; } = EquatableList<Step>.Empty;

    /// <summary>What the run came to, counted anew from the lines.</summary>
    public RunSummary Summary { get; } = RunSummary.Empty;

    /// <summary>How the run ended; null when it was abandoned (or still runs): there is no <c>run_end</c>.</summary>
    public RunOutcome? Outcome { get; }

    /// <summary>Calls that were about to be made and have no outcome: nobody knows whether they took effect.</summary>
    public IReadOnlyList<IntentStep> OpenIntents { get; } = EquatableList<IntentStep>.Empty;

    /// <summary>Lines that cannot be read; null when all can.</summary>
    public LogDamage? Damage { get; }

    /// <summary>Reads a log file. Blobs are looked for in <c>{run_id}.blobs</c> beside it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <exception cref="StepLogException">It cannot be opened, or is no step log of version 1.</exception>
    public static StepLogFile Read(string path, StepTypes? types = null) => throw new NotImplementedException();

    /// <summary>Reads a log from memory.</summary>
    /// <param name="log">Its bytes.</param>
    /// <param name="types">Typed steps, as a generated log passes them.</param>
    /// <param name="blobs">Opens a blob by the 64 hex digits of its hash, or gives null. Default: every blob stays a reference.</param>
    /// <exception cref="StepLogException">It is no step log of version 1.</exception>
    public static StepLogFile Parse(ReadOnlyMemory<byte> log, StepTypes? types = null, Func<string, Stream?>? blobs = null) => throw new NotImplementedException();

    /// <summary>Reads a log from a stream, to its end.</summary>
    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte}, StepTypes, Func{string, Stream})"/>
    public static StepLogFile Parse(Stream log, StepTypes? types = null, Func<string, Stream?>? blobs = null) => throw new NotImplementedException();

    /// <summary>Reads a log file step by step, without holding it in memory.</summary>
    /// <inheritdoc cref="Read"/>
    public static IEnumerable<Step> Stream(string path, StepTypes? types = null) => throw new NotImplementedException();
}
