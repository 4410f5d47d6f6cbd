namespace AgentStepLog.Files;

/// <summary>One file of a run while it is written. Written by one thread at a time.</summary>
internal sealed partial class SegmentFile
{
    private readonly RunFiles _run;
    private ILogFile _file;
    private bool _torn;

    internal SegmentFile(RunFiles run, int number, ILogFile file, long length = 0)
    {
        Length = _seen = length;
        _run = run;
        _file = file;
        Number = number;
    }

    /// <summary>The segment's number, from 1.</summary>
    internal int Number { get; }

    internal string Path => _run.SegmentPath(Number);

    /// <summary>The length of the whole lines in bytes.</summary>
    internal long Length { get; private set; }

    /// <summary>Cuts off the rest of a failed write, if that could not be done when the write failed.</summary>
    /// <returns>Why the rest cannot be cut off now either, so that nothing may be written here; null where the file ends with a whole line.</returns>
    internal Exception? Mend()
    {
        try
        {
            if (_torn)
            {
                _file.CutTo(Length);
                _torn = false;
            }

            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    /// <summary>Writes whole lines after the last whole line: all of them or none.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="room">
    /// How many further bytes must have room after the lines. They are written and cut off again, since lengthening a file alone does not reserve room.
    /// </param>
    /// <exception cref="Exception">No line is written.</exception>
    internal void Append(ReadOnlySpan<byte> lines, long room = 0)
    {
        try
        {
            if (room > 0)
            {
                Try(Length + lines.Length + room);
            }

            _file.WriteAll(lines, Length);
        }
        catch (Exception e)
        {
            _torn = true;
            CutBack(e);
            throw;
        }

        Length += lines.Length;
        _seen = _seen == 0 ? Length : _seen;
    }

    internal void Sync() => _file.SyncAll();

    /// <summary>Ends writing to this file. The bytes that do not count are cut off where that is possible.</summary>
    /// <param name="length">The length that counts: after a failed sync, the length that the sync before covered.</param>
    internal void GiveUp(long length)
    {
        Length = length;
        _isTold = true;
        try
        {
            _file.CutTo(length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first step of the next file tells readers to skip the rest that stays here. At the end of a run they find a torn line.
        }
    }

    /// <summary>Closes the file. If the file was deleted, moved or replaced meanwhile, it is written again.</summary>
    /// <param name="lines">How many lines the file has.</param>
    /// <returns>The damage that others did to it; null if there is none.</returns>
    internal SegmentDamage? Close(long lines)
    {
        try
        {
            if (_torn)
            {
                GiveUp(Length);
            }

            var damage = Look(lines);
            return LookForName() is { } found ? damage ?? new(found, 0) : damage;
        }
        finally
        {
            _file.Dispose();
        }
    }

    /// <summary>Deletes the file, or at least its content: a header that stays would make readers skip the next lines of the file before it.</summary>
    /// <exception cref="Exception">It is unknown whether its header will be read.</exception>
    internal void Discard()
    {
        var isEmpty = false;
        try
        {
            _file.CutTo(0);
            isEmpty = !_run.IsDurable; // a loss of power may bring the content back, since a sync may have failed
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The content could not be cut off, so the file itself must be deleted.
        }

        _file.Dispose();
        try
        {
            _run.Files.Delete(Path);
            _run.SyncNames();
        }
        catch (Exception e) when (isEmpty && e is (IOException or UnauthorizedAccessException))
        {
            // An empty file misleads no reader.
        }
    }

    /// <summary>Closes the file as it is.</summary>
    internal void Abandon() => _file.Dispose();

    // Writes zeros before the lines, so that lines for which there is no room never stand in the file. A reader takes zeros for the rest of a crash.
    private void Try(long end)
    {
        var zeros = new byte[Math.Min(64 * 1024, end - Length)];
        for (var offset = Length; offset < end; offset += zeros.Length)
        {
            _file.WriteAll(zeros.AsSpan(0, (int)Math.Min(zeros.Length, end - offset)), offset);
        }

        _file.CutTo(Length);
    }

    // At once, since the process may end before the next line. If it fails now, it is tried again before that line.
    private void CutBack(Exception cause)
    {
        try
        {
            _file.CutTo(Length);
            _torn = false;
        }
        catch (Exception e)
        {
            throw new AggregateException(cause, e);
        }
    }
}
