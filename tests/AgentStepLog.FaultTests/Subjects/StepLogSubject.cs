using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Subjects;

internal sealed class StepLogSubject : Subject
{
    public const string RunId = "r";

    private readonly StepLog _log;

    /// <param name="directory">Where.</param>
    /// <param name="durability">How.</param>
    /// <param name="segmentBytes">When a next file begins; null for never.</param>
    public StepLogSubject(string directory, Durability durability, long? segmentBytes = null) =>
        _log = StepLog.Start(directory, new() { RunId = RunId, Durability = durability, SegmentBytes = segmentBytes });

    public override long? Lost => _log.Health.Lost;

    public override void Log(long label, int size)
    {
        using (_log.Use())
        {
            WorkTools.Say(label, size);
        }
    }

    public override void Dispose() => _log.Dispose();
}
