using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>Keeps a log active until it is disposed.</summary>
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
        ActiveStep.Current!.Activation = this;
    }

    public void Dispose()
    {
        // In another flow, or out of order, another log may be active, and it must stay active.
        if (Interlocked.Exchange(ref _active, 0) == 1 && ActiveStep.Current?.Log == _log)
        {
            var outer = _outer;
            while (outer?.Activation is { _active: 0 } ended)
            {
                outer = ended._outer; // it was disposed before this one
            }

            ActiveStep.Current = outer;
        }
    }
}
