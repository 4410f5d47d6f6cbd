namespace AgentStepLog.Writing;

/// <summary>The calls that are recorded in a log, and what else is.</summary>
internal sealed partial class LogWriter
{
    internal void CallBegins() => Interlocked.Increment(ref _open);

    /// <summary>A call returned what has not run yet: it is not open until that runs.</summary>
    internal void CallRests() => Interlocked.Decrement(ref _open);

    /// <summary>Writes the outcome of a call that began here.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="ended">When it ended, by <see cref="Clock"/>.</param>
    /// <param name="facts">What it adds to the totals.</param>
    internal void CallEnds(Line line, long ended, in StepFacts facts)
    {
        line.Facts = facts;
        Commit(line, ended, endsCall: true);
    }

    /// <summary>The call's line could not even be made.</summary>
    internal void CallIsLost(Exception cause)
    {
        Interlocked.Decrement(ref _open);
        _gate.Lose(cause);
    }

    /// <summary>A call ended, or an event came, after the log was closed.</summary>
    internal void CountLate(bool wasOpen)
    {
        Interlocked.Add(ref _open, wasOpen ? -1 : 0);
        using var log = _gate.Hold();
        log.Waiting.Late++;
    }

    /// <summary>Writes a line that is no call's outcome.</summary>
    internal void Append(Line line) => Commit(line);

    /// <summary>Writes what a call is about to do.</summary>
    /// <param name="line">Its intent.</param>
    /// <param name="waits">
    /// Whether the call depends on it: it must be written when this returns, even where lines are queued, and while lines are lost only where
    /// the longest of them would find room behind it.
    /// </param>
    /// <returns>Why it is not in the log; null if it is.</returns>
    internal Exception? Announce(Line line, bool waits)
    {
        line.NeedsRoom = waits;
        return waits && _isQueued ? CommitNow(line) : Commit(line);
    }
}
