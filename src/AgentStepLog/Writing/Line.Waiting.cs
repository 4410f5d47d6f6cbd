namespace AgentStepLog.Writing;

/// <summary>A line that waits to be written, and the thread that waits with it.</summary>
internal sealed partial class Line
{
    private const int Waiting = 0;
    private const int Parked = 1;
    private const int Ended = 2;
    private const int Leading = 3;

    private object? _sleep; // made when its thread sleeps for the first time
    private int _state;
    private Pen? _pen;
    private StepFacts _facts;

    /// <summary>What the running totals take from it.</summary>
    internal ref StepFacts Facts => ref _facts;

    /// <summary>When the step ended, in microseconds since 1970.</summary>
    internal long Timestamp { get; private set; }

    /// <summary>The same in microseconds since the header.</summary>
    internal long Elapsed { get; private set; }

    /// <summary>The next one that waits.</summary>
    internal Line? Next { get; set; }

    /// <summary>Whether it is there for its thread to have the turn alone.</summary>
    internal bool WantsTurn { get; set; }

    /// <summary>Why it is not in the log; null if it is.</summary>
    internal Exception? Lost { get; set; }

    internal void SetTime(long timestamp, long elapsed)
    {
        (Timestamp, Elapsed) = (timestamp, elapsed);
        Lost = null;
    }

    internal void BeginWaiting(bool wantsTurn)
    {
        (_state, Next, WantsTurn) = (Waiting, null, wantsTurn);
    }

    /// <summary>Waits until the line is written, or it is this thread's turn to write.</summary>
    /// <param name="spins">How often to look before the thread sleeps.</param>
    /// <returns>What to write with, if it is its turn.</returns>
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
            var sleep = _sleep ??= new();
            using (Gate.Hold(sleep))
            {
                if (Interlocked.CompareExchange(ref _state, Parked, Waiting) == Waiting)
                {
                    while (_state == Parked)
                    {
                        Gate.Wait(sleep, Timeout.Infinite, ref interrupted);
                    }
                }
            }

            Gate.End(interrupted);
        }

        var pen = _pen;
        _pen = null;
        return pen;
    }

    /// <summary>It is its thread's turn to write.</summary>
    internal void Lead(Pen pen)
    {
        _pen = pen;
        Wake(Leading);
    }

    /// <summary>It is written, or lost.</summary>
    internal void End() => Wake(Ended);

    // Its thread may use the line again at once, and sleep on it again: a pulse too many only makes it look.
    private void Wake(int state)
    {
        if (Interlocked.CompareExchange(ref _state, state, Waiting) != Waiting)
        {
            using (Gate.Hold(_sleep!))
            {
                _state = state;
                Monitor.Pulse(_sleep!);
            }
        }
    }
}
