namespace AgentStepLog.Writing;

/// <summary>
/// The lock of a log. It is held for moments, and never while a file is accessed or the user's code runs. The guarded state is only accessible through
/// <see cref="Held"/>, which exists while the lock is held.
/// </summary>
internal sealed class LogGate(LogSoFar soFar, WaitingLines waiting, Losses losses)
{
    private readonly object _gate = new();
    private readonly LogSoFar _soFar = soFar;
    private readonly WaitingLines _waiting = waiting;
    private readonly Losses _losses = losses;

    /// <summary>Whether there are losses to report. It is read without the lock: a thread that sees a loss late reports it with the next line.</summary>
    internal bool HasUntold => _losses.Untold;

    internal Held Hold()
    {
        Gate.Enter(_gate);
        return new(this);
    }

    /// <summary>Counts a line that could not be written.</summary>
    internal void Lose(Exception cause)
    {
        var reason = _losses.Told(cause); // before the lock: a message may be the user's code
        using var log = Hold();
        _losses.AddLine(reason, _soFar.Timestamp);
    }

    /// <summary>Counts lines that were in a file and are gone.</summary>
    internal void LoseLines(Exception cause, long lines, long? timestamp = null)
    {
        var reason = _losses.Told(cause);
        using var log = Hold();
        _losses.AddLines(reason, lines, timestamp ?? _soFar.Timestamp);
    }

    /// <summary>Counts blobs that are gone from beside the file, or could not be stored there.</summary>
    internal void LoseValues(Exception cause, int values, long? timestamp = null)
    {
        var reason = _losses.Told(cause);
        using var log = Hold();
        _losses.AddValues(reason, values, timestamp ?? _soFar.Timestamp);
    }

    /// <summary>Records a failure that loses nothing. A gap in the log reports it.</summary>
    internal void Note(Exception cause, long timestamp)
    {
        var reason = _losses.Told(cause);
        using var log = Hold();
        _losses.Add(reason, timestamp);
    }

    /// <summary>Records a failure that loses nothing. Only the log's health reports it.</summary>
    internal void Mention(Exception cause)
    {
        var reason = _losses.Told(cause);
        using var log = Hold();
        _losses.Mention(reason);
    }

    internal readonly ref struct Held(LogGate log)
    {
        internal LogSoFar SoFar => log._soFar;

        internal WaitingLines Waiting => log._waiting;

        internal Losses Losses => log._losses;

        /// <summary>Releases the lock until another thread wakes this one, or for the given time at most.</summary>
        internal bool Wait(int milliseconds, ref bool interrupted) => Gate.Wait(log._gate, milliseconds, ref interrupted);

        internal void WakeAll() => Monitor.PulseAll(log._gate);

        /// <summary>Wakes the threads that wait for the queue, if there are any.</summary>
        internal void WakeWaiters()
        {
            if (log._waiting.Waiters > 0)
            {
                WakeAll();
            }
        }

        public void Dispose() => Monitor.Exit(log._gate);
    }
}
