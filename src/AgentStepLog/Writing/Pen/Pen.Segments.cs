using AgentStepLog.Files;

namespace AgentStepLog.Writing;

/// <summary>The part of the pen that writes a run's files, one after the other.</summary>
internal sealed partial class Pen
{
    // How many file names are tried. A file with the next name may be left from a failed attempt.
    private const int MaxNamesTried = 16;

    // How often one batch tries to begin a file. The next batch tries again.
    private const int MaxBeginnings = 2;

    private readonly RunFiles _run;
    private readonly RunStartFields _header;
    private readonly long _segmentBytes;
    private SegmentFile _segment;
    private long _firstOfSegment;
    private long _nextSegmentAt;
    private bool _segmentIsOver;

    private bool IsFull => _segment.Length + Batch.Bytes > _nextSegmentAt && _chain.Number > _firstOfSegment + 1;

    /// <summary>Writes the header of a file, and makes it the current file.</summary>
    /// <exception cref="Exception">The header cannot be written. The log is unchanged.</exception>
    private void Begin(SegmentFile file, long timestamp, long elapsed)
    {
        var before = _chain;
        try
        {
            var fields = _lines.New(StepKind.RunStart);
            _header.Write(fields, file.Number);
            fields.Complete();
            var header = new BatchLine { Type = StepKind.RunStart, Fields = fields.Fields, Timestamp = timestamp, Elapsed = elapsed };
            _stamp.Begin();
            if (_stamp.Add(ref _chain, ref header) is { } flaw)
            {
                throw flaw;
            }
            file.Append(_stamp.Lines);
            if (_isDurable)
            {
                file.Sync();
                _run.SyncNames();
            }

            using var log = _gate.Hold();
            Publish(log.SoFar, ref header);
            log.SoFar.Files.Add((file.Number, file.Length));
        }
        catch (Exception)
        {
            _chain = before;
            throw;
        }

        _segment = file;
        _firstOfSegment = before.Number;
        _segmentIsOver = false;
        _nextSegmentAt = _segmentBytes;
    }

    /// <summary>Makes sure that there is a file for the batch.</summary>
    /// <exception cref="Exception">There is no such file.</exception>
    private void PrepareSegment(long timestamp, long elapsed)
    {
        if (!_segmentIsOver && _segment.Mend() is { } flaw)
        {
            // The rest of a failed write stays in the file for good. The first step of the next file makes readers skip it.
            _segmentIsOver = true;
            _gate.Note(flaw, timestamp);
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
                // A file that is too long does less harm than a lost line. The next attempt follows after a quarter of a segment.
                _nextSegmentAt = _segment.Length + Batch.Bytes + (_segmentBytes / 4);
                _gate.Note(e, timestamp);
            }
            catch (Exception e) when (tried + 1 < MaxBeginnings)
            {
                _gate.Note(e, timestamp);
            }
        }
    }

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
                _segmentIsOver = true; // readers may find that header, and would skip everything written to the old file from now on
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

    /// <summary>Syncs the bytes after <paramref name="length"/>. If that fails, the file is not written to any more.</summary>
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
}
