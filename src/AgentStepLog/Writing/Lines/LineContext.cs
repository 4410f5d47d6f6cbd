using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>The common context of a log's lines while they are made.</summary>
/// <param name="blobs">Stores the values that are too large for a line.</param>
/// <param name="options">How large a value in a line may be, and how large any value may be.</param>
/// <param name="secrets">Decides what the run withholds.</param>
internal sealed class LineContext(IBlobStore blobs, StepLogOptions options, RunSecrets secrets)
{
    // True until a line that says so is written.
    private volatile bool _tellsResumption;

    /// <summary>Whether the next line must say that the run is resumed.</summary>
    internal bool TellsResumption
    {
        get => _tellsResumption;
        set => _tellsResumption = value;
    }

    internal IBlobStore Blobs => blobs;

    internal RunSecrets Secrets => secrets;

    internal int InlineLimit { get; } = options.InlineLimit ?? LineLimits.DefaultInlineLimit;

    internal int ValueLimit { get; } = options.ValueLimit;

    internal Line New(StepKind type)
    {
        var line = new Line();
        line.Begin(type, this);
        return line;
    }
}
