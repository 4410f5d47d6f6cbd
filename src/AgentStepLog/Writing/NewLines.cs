using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>Begins the lines of a log.</summary>
/// <param name="blobs">Where values go that are too large for a line.</param>
/// <param name="options">How large that is.</param>
/// <param name="secrets">What the run withholds by.</param>
internal sealed class NewLines(IBlobStore blobs, StepLogOptions options, RunSecrets secrets)
{
    // Until a line is written that says it.
    private volatile bool _tellsResumption;

    /// <summary>Whether the next line is to say that the run is gone on with.</summary>
    internal bool TellsResumption
    {
        get => _tellsResumption;
        set => _tellsResumption = value;
    }

    internal void Begin(Line line, StepKind type) => line.Begin(type, blobs, options, secrets, _tellsResumption);

    internal Line New(StepKind type)
    {
        var line = new Line();
        Begin(line, type);
        return line;
    }
}
