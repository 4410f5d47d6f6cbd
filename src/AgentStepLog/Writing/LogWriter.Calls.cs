namespace AgentStepLog.Writing;

/// <summary>The calls that are recorded in a log, and what else is.</summary>
internal sealed partial class LogWriter
{
    internal void CallBegins() => Interlocked.Increment(ref _open);

    /// <summary>A call returned what has not run yet: it is not open until that runs.</summary>
    internal void CallRests(Line line) => EndCall(line);

    /// <summary>Writes the outcome of a call that began here.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="ended">When it ended, by <see cref="Clock"/>.</param>
    /// <param name="facts">What it adds to the totals.</param>
    internal void CallEnds(Line line, long ended, in StepFacts facts)
    {
        line.Facts = facts;
        Commit(line, ended, endsCall: true);
    }

    /// <summary>The call's line could not be made, or handed over.</summary>
    internal void CallIsLost(Line line, Exception cause)
    {
        EndCall(line);
        _gate.Lose(cause);
    }

    /// <summary>A call that began here ended after the log was closed.</summary>
    internal void CallIsLate(Line line)
    {
        EndCall(line);
        CountLate();
    }

    /// <summary>Something came after the log was closed.</summary>
    internal void CountLate()
    {
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

    // Once, whatever goes wrong after it. Where a line is handed over this is done under the lock: the end of a run tells of a call as unfinished, or has its line.
    private void EndCall(Line line)
    {
        if (!line.CallHasEnded)
        {
            line.CallHasEnded = true;
            Interlocked.Decrement(ref _open);
        }
    }
}
