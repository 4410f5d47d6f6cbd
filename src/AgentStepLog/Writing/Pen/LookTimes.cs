namespace AgentStepLog.Writing;

/// <summary>When a file is looked at for what others do to it: not before every line, which would cost a tenth of what a line does, but soon.</summary>
internal struct LookTimes
{
    /// <summary>After so many microseconds the file is looked at before the next batch is written: 0.3 µs in 100.</summary>
    private const int LookEvery = 100;

    /// <summary>And after so many batches, where the clock stands still.</summary>
    private const int BatchesUnlooked = 64;

    /// <summary>The same for its name: 5 µs in a second.</summary>
    private const int LookForNameEvery = 1_000_000;

    private const int BatchesUnnamed = 4096;

    private long _lookedAt;
    private int _unlooked;
    private long _lookedForNameAt;
    private int _unnamed;

    /// <summary>The next batch is written to a file that was looked at.</summary>
    internal void Soon() => _unlooked = BatchesUnlooked;

    /// <summary>Whether to look now, before a batch.</summary>
    internal bool IsDue(long elapsed)
    {
        if (++_unlooked < BatchesUnlooked && elapsed - _lookedAt < LookEvery)
        {
            return false;
        }

        _unnamed += _unlooked;
        (_unlooked, _lookedAt) = (0, elapsed);
        return true;
    }

    /// <summary>Whether to look for the name as well, where the file was found whole.</summary>
    internal bool NameIsDue(long elapsed)
    {
        if (_unnamed < BatchesUnnamed && elapsed - _lookedForNameAt < LookForNameEvery)
        {
            return false;
        }

        (_unnamed, _lookedForNameAt) = (0, elapsed);
        return true;
    }
}
