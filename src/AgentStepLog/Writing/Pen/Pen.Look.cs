using AgentStepLog.Files;

namespace AgentStepLog.Writing;

/// <summary>The part of the pen that notices when other programs change the file, and that closes the file.</summary>
internal sealed partial class Pen
{
    private LookTimes _looks;

    /// <summary>Makes the pen check the file before the next batch is written.</summary>
    internal void LookSoon() => _looks.Soon();

    /// <summary>Closes the last file.</summary>
    /// <returns>Whether the file has all its lines. If it does not, they are counted as lost.</returns>
    internal bool Close()
    {
        var isWhole = Close(_segment, _chain.Number - _firstOfSegment);
        LookForNamed(timestamp: null);
        return isWhole;
    }

    /// <summary>Releases the file as a killed process does. For tests.</summary>
    internal void Abandon() => _segment.Abandon();

    private void LookAtSegment(long timestamp, long elapsed)
    {
        if (_segmentIsOver || !_looks.IsDue(elapsed))
        {
            return;
        }

        if (_segment.Look(_chain.Number - _firstOfSegment) is { } damage)
        {
            // The rest of the file is not overwritten. The first step of the next file makes readers skip the bytes in this file that the chain does not include.
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
            _gate.Mention(e); // the file has no name but still has its lines; the pen tries again later and at the end
            return;
        }

        LookForNamed(timestamp);
    }

    // Blobs are beside the file. They may be gone together with it, or alone.
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

            // The file was repaired without a loss. Its log may have ended, so only the log's health reports it.
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
