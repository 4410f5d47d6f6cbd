using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>A log that is active until this is disposed.</summary>
internal sealed class Activation : IDisposable
{
    private readonly ActiveStep? _outer;
    private readonly RunLog _log;
    private int _active = 1;

    internal Activation(RunLog log)
    {
        _log = log;
        _outer = ActiveStep.Open;
        ActiveStep.Current = ActiveStep.Root(log, _outer);
    }

    public void Dispose()
    {
        // Elsewhere than where it was activated, something else is active, and stays so.
        if (Interlocked.Exchange(ref _active, 0) == 1 && ActiveStep.Current?.Log == _log)
        {
            ActiveStep.Current = _outer;
        }
    }
}
