using AgentStepLog.Files;

namespace AgentStepLog.Writing;

/// <summary>Notices what others do to the file that is written: not before every line, which would cost a tenth of what a line does, but soon.</summary>
internal sealed partial class LogWriter
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
    private void LookSoon() => _unlooked = BatchesUnlooked;

    private void LookAtSegment(long timestamp, long elapsed)
    {
        if (_segmentIsOver || (++_unlooked < BatchesUnlooked && elapsed - _lookedAt < LookEvery))
        {
            return;
        }

        _unnamed += _unlooked;
        (_unlooked, _lookedAt) = (0, elapsed);
        if (_segment.Look(_chain.Number - _firstOfSegment) is { } damage)
        {
            // Nothing is written over what is left. The next file's first step tells readers to pass over what stands here behind it.
            _segmentIsOver = true;
            Tell(damage, timestamp);
        }
        else if (_run.Directory.Length > 0 && (_unnamed >= BatchesUnnamed || elapsed - _lookedForNameAt >= LookForNameEvery))
        {
            (_unnamed, _lookedForNameAt) = (0, elapsed);
            LookForName(timestamp);
        }
    }

    private void LookForName(long timestamp)
    {
        try
        {
            if (_segment.LookForName() is { } found)
            {
                Note(found, timestamp);
            }
        }
        catch (Exception e)
        {
            Mention(e); // the lines are still there, without a name; it is tried again, and at the end once more
            return;
        }

        LookForNamed(timestamp);
    }

    // What lines name stands beside their file: it may have gone with that, or alone.
    private void LookForNamed(long timestamp)
    {
        foreach (var (cause, values) in _run.LookForNamed())
        {
            var reason = _losses.Told(cause);
            using (Gate.Hold(_gate))
            {
                _losses.AddValues(reason, values, timestamp);
            }
        }
    }

    // Of what is mended there is nothing to tell in the log that it was mended for, which may have ended.
    private void TellAtEnd(SegmentDamage damage)
    {
        if (damage.Lines == 0)
        {
            Mention(damage.Cause);
        }
        else
        {
            Tell(damage, _timestamp);
        }
    }

    private void Tell(SegmentDamage damage, long timestamp)
    {
        var reason = _losses.Told(damage.Cause);
        using (Gate.Hold(_gate))
        {
            _losses.AddLines(reason, damage.Lines, timestamp);
        }
    }
}
