using AgentStepLog.Files;

namespace AgentStepLog.Writing;

/// <summary>Notices what others do to the file that is written, and closes it.</summary>
internal sealed partial class Pen
{
    private LookTimes _looks;

    /// <summary>The next batch is written to a file that was looked at.</summary>
    internal void LookSoon() => _looks.Soon();

    /// <summary>Closes the last file.</summary>
    /// <returns>Whether its lines are there; if not, they are counted as lost.</returns>
    internal bool Close()
    {
        var isWhole = Close(_segment, _chain.Number - _firstOfSegment);
        LookForNamed(timestamp: null);
        return isWhole;
    }

    /// <summary>Lets go of the file as a killed process does. For tests.</summary>
    internal void Abandon() => _segment.Abandon();

    private void LookAtSegment(long timestamp, long elapsed)
    {
        if (_segmentIsOver || !_looks.IsDue(elapsed))
        {
            return;
        }

        if (_segment.Look(_chain.Number - _firstOfSegment) is { } damage)
        {
            // Nothing is written over what is left. The next file's first step tells readers to pass over what stands here behind it.
            _segmentIsOver = true;
            _gate.LoseLines(damage.Cause, damage.Lines, timestamp);
        }
        else if (_run.Directory.Length > 0 && _looks.NameIsDue(elapsed))
        {
            LookForName(timestamp);
        }
    }

    private void LookForName(long timestamp)
    {
        try
        {
            if (_segment.LookForName() is { } found)
            {
                _gate.Note(found, timestamp);
            }
        }
        catch (Exception e)
        {
            _gate.Mention(e); // the lines are still there, without a name; it is tried again, and at the end once more
            return;
        }

        LookForNamed(timestamp);
    }

    // What lines name stands beside their file: it may have gone with that, or alone.
    private void LookForNamed(long? timestamp)
    {
        foreach (var (cause, values) in _run.LookForNamed())
        {
            _gate.LoseValues(cause, values, timestamp);
        }
    }

    private bool Close(SegmentFile segment, long lines)
    {
        try
        {
            if (segment.Close(lines) is not { } damage)
            {
                return true;
            }

            // Of what is mended there is nothing to tell in the log that it was mended for, which may have ended.
            if (damage.Lines == 0)
            {
                _gate.Mention(damage.Cause);
                return true;
            }

            _gate.LoseLines(damage.Cause, damage.Lines);
            return false;
        }
        catch (Exception e)
        {
            _gate.LoseLines(e, lines);
            return false;
        }
    }
}
