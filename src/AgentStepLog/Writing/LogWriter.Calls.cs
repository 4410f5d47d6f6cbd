namespace AgentStepLog.Writing;

/// <summary>The part of the writer that records calls and events.</summary>
internal sealed partial class LogWriter
{
    internal void CallBegins() => Interlocked.Increment(ref _open);

    /// <summary>Called when a call returns lazy work, such as a stream. The call does not count as open until that work runs.</summary>
    internal void CallRests(Line line) => EndCall(line);

    /// <summary>Writes the outcome of a call that began in this log.</summary>
    /// <param name="line">The line of the outcome.</param>
    /// <param name="ended">The time when the call ended, by <see cref="Clock"/>.</param>
    /// <param name="facts">The call's share in the totals.</param>
    internal void CallEnds(Line line, long ended, in StepFacts facts)
    {
        line.Facts = facts;
        Commit(line, ended, endsCall: true);
    }

    /// <summary>Called when the call's line could not be made, or could not be handed over.</summary>
    internal void CallIsLost(Line line, Exception cause)
    {
        EndCall(line);
        _gate.Lose(cause);
    }

    /// <summary>Called when a call that began in this log ends after the log was closed.</summary>
    internal void CallIsLate(Line line)
    {
        EndCall(line);
        CountLate();
    }

    /// <summary>Counts a record that came after the log was closed.</summary>
    internal void CountLate()
    {
        using var log = _gate.Hold();
        log.Waiting.Late++;
    }

    /// <summary>Writes a line that is not the outcome of a call.</summary>
    internal void Append(Line line) => Commit(line);

    /// <summary>Writes the intent of a call.</summary>
    /// <param name="line">The line of the intent.</param>
    /// <param name="waits">
    /// Whether the call is only made if the intent is written. If true, the line is written before this method returns, even in a log that queues its lines. After a
    /// loss, it is written only if the file also has room for the longest line that was lost.
    /// </param>
    /// <returns>The reason why the intent is not in the log; null if it is.</returns>
    internal Exception? Announce(Line line, bool waits)
    {
        line.NeedsRoom = waits;
        return waits && _isQueued ? CommitNow(line) : Commit(line);
    }

    // Counts down once per call, whatever fails afterwards. A line is handed over under the same lock: so the end of a run either reports a call as unfinished or has
    // its line.
    private void EndCall(Line line)
    {
        if (!line.CallHasEnded)
        {
            line.CallHasEnded = true;
            Interlocked.Decrement(ref _open);
        }
    }
}
