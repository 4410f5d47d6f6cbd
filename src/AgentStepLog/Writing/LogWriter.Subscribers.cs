using AgentStepLog.Reading;

namespace AgentStepLog.Writing;

internal sealed partial class LogWriter
{
    /// <summary>Who is told of each line once it stands in the log.</summary>
    internal Subscribers Subscribers { get; }

    private StepReader NewReader() => new(_types, new BlobSource(_run.OpenNamed));
}
