namespace AgentStepLog.Writing;

/// <summary>
/// The lock of a log. It is held for moments, and never while a file is touched or code of the user's runs. What it guards is reached through
/// <see cref="Held"/> only, which there is as long as it is held.
/// </summary>
internal sealed class LogGate(LogSoFar soFar, WaitingLines waiting, Losses losses)
{
    private readonly object _gate = new();
    private readonly LogSoFar _soFar = soFar;
    private readonly WaitingLines _waiting = waiting;
    private readonly Losses _losses = losses;

    /// <summary>Whether there are losses to be told. Asked without the lock: who sees it late tells it with the next line.</summary>
    internal bool HasUntold => _losses.Untold;

    internal Held Hold()
    {
        Gate.Enter(_gate);
        return new(this);
    }

    /// <summary>A line could not be written.</summary>
    internal void Lose(Exception cause)
    {
        var reason = _losses.Told(cause); // before the lock: a message may be the user's code
        using var log = Hold();
        _losses.AddLine(reason, _soFar.Timestamp);
    }

    /// <summary>Lines are gone that stood in a file.</summary>
    internal void LoseLines(Exception cause, long lines, long? timestamp = null)
    {
        var reason = _losses.Told(cause);
        using var log = Hold();
        _losses.AddLines(reason, lines, timestamp ?? _soFar.Timestamp);
    }

    /// <summary>Values are gone that stood beside the file, or could not get there.</summary>
    internal void LoseValues(Exception cause, int values, long? timestamp = null)
    {
        var reason = _losses.Told(cause);
        using var log = Hold();
        _losses.AddValues(reason, values, timestamp ?? _soFar.Timestamp);
    }

    /// <summary>Nothing is lost by it, but the log is to tell it.</summary>
    internal void Note(Exception cause, long timestamp)
    {
        var reason = _losses.Told(cause);
        using var log = Hold();
        _losses.Add(reason, timestamp);
    }

    /// <summary>Nothing is lost by it, nor told in the log; only its health tells it.</summary>
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

        /// <summary>Lets go, until somebody wakes who waits, or for some time.</summary>
        internal bool Wait(int milliseconds, ref bool interrupted) => Gate.Wait(log._gate, milliseconds, ref interrupted);

        internal void WakeAll() => Monitor.PulseAll(log._gate);

        /// <summary>Wakes who waits for the queue, if anybody does.</summary>
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
