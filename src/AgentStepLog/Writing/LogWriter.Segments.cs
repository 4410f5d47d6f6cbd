using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>The files that a run goes on in, one after the other.</summary>
internal sealed partial class LogWriter
{
    // A file of that name may be left over from an attempt that failed.
    private const int MaxNamesTried = 16;

    // For a batch: the next one tries again.
    private const int MaxBeginnings = 2;

    private readonly RunHeader _header;
    private readonly List<(int Number, long Length)> _files = [];
    private SegmentFile _segment;
    private long _firstOfSegment;
    private long _nextSegmentAt;
    private bool _segmentIsOver;

    /// <summary>Writes the header of a file and goes on in it.</summary>
    /// <exception cref="Exception">It cannot be written; the log is as it was before.</exception>
    private void Begin(SegmentFile file, long timestamp, long elapsed)
    {
        var before = _chain;
        try
        {
            var fields = NewLine(StepKind.RunStart);
            _header.Write(fields, file.Number);
            fields.Fit();
            var header = new BatchLine { Type = StepKind.RunStart, Fields = fields.Fields, Timestamp = timestamp, Elapsed = elapsed };
            _stamp.Begin();
            _stamp.Add(ref _chain, ref header);
            file.Append(_stamp.Lines);
            if (_isDurable)
            {
                file.Sync();
                _run.SyncNames();
            }

            using (Gate.Hold(_gate))
            {
                Publish(ref header);
                _files.Add((file.Number, file.Length));
            }
        }
        catch (Exception)
        {
            _chain = before;
            throw;
        }

        _segment = file;
        _firstOfSegment = before.Number;
        _segmentIsOver = false;
        _nextSegmentAt = _options.SegmentBytes ?? long.MaxValue;
    }

    /// <summary>Sees to it that there is a file in which the batch may stand.</summary>
    /// <exception cref="Exception">There is none.</exception>
    private void PrepareSegment(long timestamp, long elapsed)
    {
        if (!_segmentIsOver && _segment.Mend() is { } flaw)
        {
            // What a failed write left stays there for good. The next file's first step tells readers to pass over it.
            _segmentIsOver = true;
            Note(flaw, timestamp);
        }

        LookAtSegment(timestamp, elapsed);
        for (var tried = 0; _segmentIsOver || IsFull; tried++)
        {
            try
            {
                BeginNext(timestamp, elapsed);
            }
            catch (Exception e) when (!_segmentIsOver)
            {
                // Better a file that is too long than a line that is lost; not at once again.
                _nextSegmentAt = _segment.Length + _batch.Bytes + (_options.SegmentBytes!.Value / 4);
                Note(e, timestamp);
            }
            catch (Exception e) when (tried + 1 < MaxBeginnings)
            {
                Note(e, timestamp);
            }
        }
    }

    private bool IsFull => _segment.Length + _batch.Bytes > _nextSegmentAt && _number > _firstOfSegment + 1;

    private void BeginNext(long timestamp, long elapsed)
    {
        var (old, first) = (_segment, _firstOfSegment);
        var file = CreateAfter(old.Number);
        try
        {
            Begin(file, timestamp, elapsed);
        }
        catch (Exception e)
        {
            try
            {
                file.Discard();
            }
            catch (Exception left)
            {
                _segmentIsOver = true; // readers may find that header, and pass over what would be written here
                throw new AggregateException(e, left);
            }

            throw;
        }

        Close(old, _firstOfSegment - first);
    }

    private SegmentFile CreateAfter(int number)
    {
        for (var next = number + 1; ; next++)
        {
            try
            {
                return _run.Create(next);
            }
            catch (IOException) when (next - number < MaxNamesTried && _run.Files.Exists(_run.SegmentPath(next)))
            {
            }
        }
    }

    /// <summary>Syncs what was written since <paramref name="length"/>; if that fails, nothing is written to the file again.</summary>
    private Exception? SyncFlaw(long length)
    {
        try
        {
            _segment.Sync();
            return null;
        }
        catch (Exception e)
        {
            _segmentIsOver = true;
            _segment.GiveUp(length);
            return e;
        }
    }

    /// <returns>Whether its lines are there; if not, they are counted as lost.</returns>
    private bool Close(SegmentFile segment, long lines)
    {
        try
        {
            if (segment.Close(lines) is not { } damage)
            {
                return true;
            }

            TellAtEnd(damage);
            return damage.Lines == 0;
        }
        catch (Exception e)
        {
            var reason = _losses.Told(e);
            using (Gate.Hold(_gate))
            {
                _losses.AddLines(reason, lines, _timestamp);
            }

            return false;
        }
    }

    private void Mention(Exception cause)
    {
        var reason = _losses.Told(cause);
        using (Gate.Hold(_gate))
        {
            _losses.Mention(reason);
        }
    }

    private void Note(Exception cause, long timestamp)
    {
        var reason = _losses.Told(cause);
        using (Gate.Hold(_gate))
        {
            _losses.Add(reason, timestamp);
        }
    }
}
