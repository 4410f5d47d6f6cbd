namespace AgentStepLog.Writing;

/// <summary>
/// When the file is looked at for what other programs do to it. A look is two calls to the system, about as long as writing a line takes, so that it is
/// not made before each line: in a program that writes without a pause it takes less than one part in a hundred.
/// </summary>
internal struct LookTimes
{
    /// <summary>After so many microseconds the file is looked at before the next batch is written.</summary>
    private const int LookEvery = 1_000;

    /// <summary>After so many batches the file is looked at even where the clock stands still.</summary>
    internal const int BatchesUnlooked = 512;

    /// <summary>The same for the file's name, which takes longer to look for.</summary>
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
