namespace AgentStepLog.Writing;

/// <summary>A thread that waits until its line is written, or for the turn to write, and the object that it sleeps on.</summary>
/// <param name="line">The line; null where the thread wants the turn for itself.</param>
internal sealed class Waiter(Line? line)
{
    private const int Waiting = 0;
    private const int Parked = 1;
    private const int Ended = 2;
    private const int Leading = 3;

    private readonly object _sleep = new();
    private int _state;
    private Pen? _pen;

    /// <summary>The line to write; null where the thread wants the turn for itself.</summary>
    internal Line? Line => line;

    /// <summary>The next waiting thread. Guarded by the log's lock.</summary>
    internal Waiter? Next { get; set; }

    internal void Begin() => (_state, Next) = (Waiting, null);

    /// <summary>Waits until the line is written, or until this thread has the turn to write.</summary>
    /// <param name="spins">How often to check before the thread sleeps.</param>
    /// <returns>The pen if the thread has the turn; null if its line is written or lost.</returns>
    internal Pen? Await(int spins)
    {
        var spin = default(SpinWait);
        while (Volatile.Read(ref _state) == Waiting && spin.Count < spins)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        if (Volatile.Read(ref _state) == Waiting)
        {
            var interrupted = false;
            using (Gate.Hold(_sleep))
            {
                if (Interlocked.CompareExchange(ref _state, Parked, Waiting) == Waiting)
                {
                    while (_state == Parked)
                    {
                        Gate.Wait(_sleep, Timeout.Infinite, ref interrupted);
                    }
                }
            }

            Gate.End(interrupted);
        }

        var pen = _pen;
        _pen = null;
        return pen;
    }

    /// <summary>Gives the turn to the waiting thread.</summary>
    internal void Lead(Pen pen)
    {
        _pen = pen;
        Wake(Leading);
    }

    /// <summary>Wakes the waiting thread: its line is written or lost.</summary>
    internal void End() => Wake(Ended);

    // The thread may already use this object again and sleep on it. Then a late pulse only makes it check its state.
    private void Wake(int state)
    {
        if (Interlocked.CompareExchange(ref _state, state, Waiting) != Waiting)
        {
            using (Gate.Hold(_sleep))
            {
                _state = state;
                Monitor.Pulse(_sleep);
            }
        }
    }
}
