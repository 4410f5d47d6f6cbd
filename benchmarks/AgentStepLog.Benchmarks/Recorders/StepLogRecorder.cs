namespace AgentStepLog.Benchmarks.Recorders;

/// <summary>A step log, hashed and chained; what is recorded is a call of an annotated method.</summary>
internal sealed class StepLogRecorder(string folder, StepLogOptions options) : IRecorder
{
    private readonly StepLog _log = StepLog.Start(folder, NoSteps(options));

    private static StepLogOptions NoSteps(StepLogOptions options)
    {
        var copy = options.Clone();
        copy.KeepSteps = 0;
        return copy;
    }

    // The log is active in the flow that made this, and in the threads that it starts.
    public void Record(int number) => Echo.Find("StepLog", number, exact: true, 0.5, "src");

    public void Check(int records)
    {
        var found = StepLogVerifier.Verify(_log.Path!);
        if (!found.IsIntact || found.Lines != records + 2)
        {
            throw new InvalidOperationException($"The log should hold {records} records: {found.Message}");
        }
    }

    public void Dispose() => _log.Dispose();
}
