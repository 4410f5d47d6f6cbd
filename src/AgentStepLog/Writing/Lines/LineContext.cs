using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>What the lines of a log have in common while they are made.</summary>
/// <param name="blobs">Where values go that are too large for a line.</param>
/// <param name="options">How large a value of a line, and one at all, may be.</param>
/// <param name="secrets">What the run withholds by.</param>
internal sealed class LineContext(IBlobStore blobs, StepLogOptions options, RunSecrets secrets)
{
    // Until a line is written that says it.
    private volatile bool _tellsResumption;

    /// <summary>Whether the next line is to say that the run is gone on with.</summary>
    internal bool TellsResumption
    {
        get => _tellsResumption;
        set => _tellsResumption = value;
    }

    internal IBlobStore Blobs => blobs;

    internal RunSecrets Secrets => secrets;

    internal int InlineLimit { get; } = options.InlineLimit;

    internal int ValueLimit { get; } = options.ValueLimit;

    internal Line New(StepKind type)
    {
        var line = new Line();
        line.Begin(type, this);
        return line;
    }
}
